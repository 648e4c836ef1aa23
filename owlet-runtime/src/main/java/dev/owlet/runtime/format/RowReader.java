package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.ReadRows;

/**
 * The rows of a file of any kind, with how it was understood.
 *
 * @param <T> the record
 */
public interface RowReader<T> extends ReadRows<T> {
    /** How the file was understood, and what was assumed. Columns found late, in JSON, stand in it from then on. */
    FormatReport report();
}
