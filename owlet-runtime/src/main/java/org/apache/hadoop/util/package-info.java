/** Stand-ins for Hadoop's reflection helper; see {@link org.apache.hadoop.conf.Configuration} for why. */
@org.jspecify.annotations.NullMarked
package org.apache.hadoop.util;
