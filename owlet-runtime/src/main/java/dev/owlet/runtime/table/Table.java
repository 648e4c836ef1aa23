package dev.owlet.runtime.table;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one concept in a Delta table. Generated classes extend it with typed columns and keys. Thread-safe; safe
 * beside writers in other processes (optimistic concurrency: a commit that lost is computed anew).
 *
 * @param <T> the record
 */
public abstract class Table<T> {
    private final TableSpec<T> spec;
    private @Nullable Tables tables;

    protected Table(TableSpec<T> spec) {
        this.spec = spec;
    }

    public final TableSpec<T> spec() {
        return spec;
    }
}
