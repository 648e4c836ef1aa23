package org.apache.hadoop.conf;

/** Stand-in for Hadoop's class of this name: what parquet-java and delta-kernel-defaults link against, and no more. */
public interface Configurable {
    void setConf(Configuration configuration);

    Configuration getConf();
}
