package dev.owlet.runtime.api;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.table.Stored;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value in a row that requests may name: a column, a place within a shape ({@code position.lat}), or a system column.
 *
 * @param column present for a column itself; conditions on it let storage skip files
 */
record Path<T, V>(
        String name, ValueType<V> type, Function<Stored<T>, @Nullable V> getter, Optional<Column<T, V>> column) {
    @Nullable
    V get(Stored<T> row) {
        return getter.apply(row);
    }

    /** Lists, shapes and JSON have no order that people would expect. */
    boolean isOrdered() {
        return switch (type.kind()) {
            case LIST, STRUCT, JSON -> false;
            default -> true;
        };
    }

    /** Rows by this value; those without it come last, whichever the direction. */
    Comparator<Stored<T>> order(boolean descending) {
        Comparator<V> values = descending ? (a, b) -> type.compare(b, a) : type::compare;
        return Comparator.comparing(this::get, Comparator.nullsLast(values));
    }

    /** The value as text, as a filter takes it. */
    @Nullable
    String text(Stored<T> row) {
        V value = get(row);
        return value == null ? null : type.format(value);
    }
}
