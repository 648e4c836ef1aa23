package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that identify something, comparable by {@code equals}: 1.0 and 1.00 are one key. */
record Key(List<Object> parts) {
    /** @throws NullPointerException when a part is null */
    static Key of(List<?> values) {
        List<Object> parts = new ArrayList<>(values.size());
        for (Object value : values) {
            parts.add(value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value);
        }
        return new Key(List.copyOf(parts));
    }

    /** The values of some columns of a row; null when one of them is absent. */
    static <T> @Nullable Key of(List<Column<T, ?>> columns, T row) {
        List<Object> values = new ArrayList<>(columns.size());
        for (Column<T, ?> column : columns) {
            Object value = column.get(row);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return of(values);
    }
}
