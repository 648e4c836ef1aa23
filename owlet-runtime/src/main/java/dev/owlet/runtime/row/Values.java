package dev.owlet.runtime.row;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The values of one row before they are a record: one slot a column, {@code null} where there is none. */
public final class Values {
    private final @Nullable Object[] slots;

    Values(int columns) {
        slots = new Object[columns];
    }

    @SuppressWarnings("unchecked") // set() is given the value of the column's own type
    public <V> @Nullable V get(Column<?, V> column) {
        return (V) slots[column.index()];
    }

    /** Gives a column that has no value the one of {@code value}; for defaults. */
    public <V> void fill(Column<?, V> column, Supplier<V> value) {
        if (get(column) == null) {
            set(column, value.get());
        }
    }

    <V> void set(Column<?, V> column, @Nullable V value) {
        slots[column.index()] = value;
    }

    /** An immutable copy; {@code null} stays {@code null}. */
    public static <V> @Nullable List<V> copy(@Nullable List<V> list) {
        return list == null ? null : List.copyOf(list);
    }
}
