package dev.owlet.runtime.table;

import java.util.List;
import java.util.Optional;

/**
 * One wished-for change of a table.
 *
 * @param <T> the record
 */
public sealed interface Change<T> {
    /** A row that must not exist yet. */
    record Insert<T>(T row) implements Change<T> {}

    /** A row that is created, or takes the place of the one with its key. */
    record Upsert<T>(T row) implements Change<T> {}

    /**
     * A row that takes the place of the existing one with its key.
     *
     * @param ifMatch the entity tag that the existing row must have
     */
    record Replace<T>(T row, Optional<String> ifMatch) implements Change<T> {}

    /** @param key values of the key's columns, in order */
    record Delete<T>(List<Object> key, Optional<String> ifMatch) implements Change<T> {}
}
