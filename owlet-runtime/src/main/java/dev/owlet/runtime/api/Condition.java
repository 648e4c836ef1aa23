package dev.owlet.runtime.api;

import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.table.Stored;
import java.util.function.Predicate;

/**
 * What rows must meet.
 *
 * @param filter the part that storage understands, to skip files by
 * @param rest the part that needs the row
 */
record Condition<T>(Filter<T> filter, Predicate<Stored<T>> rest) {
    static <T> Condition<T> none() {
        return new Condition<>(Filter.all(), row -> true);
    }

    static <T> Condition<T> of(Filter<T> filter) {
        return new Condition<>(filter, row -> true);
    }

    static <T> Condition<T> of(Predicate<Stored<T>> rest) {
        return new Condition<>(Filter.all(), rest);
    }

    Condition<T> and(Condition<T> other) {
        return new Condition<>(filter.and(other.filter), rest.and(other.rest));
    }

    boolean test(Stored<T> row) {
        return filter.test(row.row()) && rest.test(row);
    }

    /** Either of two; only the row tells. */
    Condition<T> or(Condition<T> other) {
        return of((Stored<T> row) -> test(row) || other.test(row));
    }
}
