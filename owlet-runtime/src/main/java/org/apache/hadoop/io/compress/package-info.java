/** Stand-ins for Hadoop's codec interfaces, which parquet-java implements for snappy; see {@link org.apache.hadoop.conf.Configuration} for why. */
@org.jspecify.annotations.NullMarked
package org.apache.hadoop.io.compress;
