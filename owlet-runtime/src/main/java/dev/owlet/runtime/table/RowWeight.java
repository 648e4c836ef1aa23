package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import java.util.List;

/** About how many bytes of memory rows take. */
final class RowWeight<T> {
    /** All rows that wait for a file of their own may take so much. */
    static final long LIMIT = Runtime.getRuntime().maxMemory() / 6;

    private static final int ROW = 128;
    private static final int VALUE = 32;
    private static final int CHARACTER = 2;

    private final List<Column<T, ?>> sized;
    private final long least;

    RowWeight(RowType<T> type) {
        sized = type.columns().stream()
                .filter(column -> isOpen(column.type().kind()))
                .toList();
        least = ROW + (long) VALUE * type.columns().size();
    }

    private static boolean isOpen(ValueType.Kind kind) {
        return switch (kind) {
            case TEXT, JSON, LIST, STRUCT -> true;
            default -> false;
        };
    }

    long of(T row) {
        long weight = least;
        for (int i = 0; i < sized.size(); i++) {
            weight += CHARACTER * (long) length(sized.get(i), row);
        }
        return weight;
    }

    private static <T, V> int length(Column<T, V> column, T row) {
        V value = column.get(row);
        if (value == null) {
            return 0;
        }
        return value instanceof String text
                ? text.length()
                : 4 * column.type().format(value).length();
    }
}
