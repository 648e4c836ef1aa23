/** Stand-ins for Hadoop's MapReduce types, named in signatures only; see {@link org.apache.hadoop.conf.Configuration} for why. */
@org.jspecify.annotations.NullMarked
package org.apache.hadoop.mapreduce;
