package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Filter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table as of one version: what it reads does not change. Thread-safe. */
public interface TableView<T> {
    /** The Delta version; -1 for a table that nobody wrote to yet. */
    long version();

    /** Rows that pass; in storage order. Close the stream. */
    Stream<Stored<T>> rows(Filter<T> filter);

    /** @param key values of the key's columns, in order */
    Optional<Stored<T>> find(List<?> key);

    /** Number of rows, from file statistics. */
    long count();
}
