/** Stand-ins for Hadoop's file system names; see {@link org.apache.hadoop.conf.Configuration} for why. */
@org.jspecify.annotations.NullMarked
package org.apache.hadoop.fs;
