/** Stand-ins for Hadoop's input formats, named as supertypes only; see {@link org.apache.hadoop.conf.Configuration} for why. */
@org.jspecify.annotations.NullMarked
package org.apache.hadoop.mapreduce.lib.input;
