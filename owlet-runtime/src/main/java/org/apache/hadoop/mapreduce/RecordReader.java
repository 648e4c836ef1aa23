package org.apache.hadoop.mapreduce;

/** Stand-in for Hadoop's class of this name: what parquet-java and delta-kernel-defaults link against, and no more. */
public abstract class RecordReader<K, V> {}
