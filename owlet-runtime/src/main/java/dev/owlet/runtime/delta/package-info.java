/** Delta tables: the log, and Parquet files of typed rows. Knows nothing of keys and rules. */
@org.jspecify.annotations.NullMarked
package dev.owlet.runtime.delta;
