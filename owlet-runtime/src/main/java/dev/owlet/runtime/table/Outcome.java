package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Violation;
import java.util.List;

/**
 * What became of one {@link Change}.
 *
 * @param <T> the record
 */
public sealed interface Outcome<T> {
    record Created<T>(Stored<T> stored) implements Outcome<T> {}

    record Updated<T>(Stored<T> stored) implements Outcome<T> {}

    record Deleted<T>() implements Outcome<T> {}

    /** The row breaks the model, its key or a unique set exists already, or it refers to a row that does not exist. */
    record Rejected<T>(List<Violation> violations) implements Outcome<T> {}

    /** The row exists with another entity tag than asked for. */
    record Stale<T>(Stored<T> current) implements Outcome<T> {}

    /** There is no such row. */
    record Missing<T>() implements Outcome<T> {}
}
