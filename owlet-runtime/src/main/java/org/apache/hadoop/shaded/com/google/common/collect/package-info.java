/** Stand-ins for Hadoop's copy of Guava, of which delta-kernel-defaults uses three types; see {@link org.apache.hadoop.conf.Configuration} for why. */
@org.jspecify.annotations.NullMarked
package org.apache.hadoop.shaded.com.google.common.collect;
