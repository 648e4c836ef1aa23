package org.apache.hadoop.fs;

/** Stand-in for Hadoop's class of this name: what parquet-java and delta-kernel-defaults link against, and no more. */
public interface PathFilter {
    boolean accept(Path path);
}
