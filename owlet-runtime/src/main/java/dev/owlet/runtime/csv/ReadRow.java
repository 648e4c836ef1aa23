package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violation;
import java.util.List;
import java.util.Optional;

/**
 * What became of one row of a file.
 *
 * @param <T> the record
 */
public sealed interface ReadRow<T> {
    /** Number of the row among the rows of data, from 0; header rows and blank ones do not count. */
    long index();

    /** A row of the concept. */
    record Accepted<T>(long index, T row) implements ReadRow<T> {}

    /**
     * A row that breaks the model.
     *
     * @param line of the file, from 1, on which the row starts
     * @param cells the row as it came, to hand it back
     * @param values what could be read of it, so that it can be looked at further; empty when it is no row at all
     */
    record Rejected<T>(long index, long line, List<String> cells, Optional<Values> values, List<Violation> violations)
            implements ReadRow<T> {}
}
