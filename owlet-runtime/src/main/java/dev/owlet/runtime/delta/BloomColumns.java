package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which columns of a file get a bloom filter. */
final class BloomColumns {
    /** In fewer rows a look-up reads the column itself as fast. */
    private static final int WORTH = 5_000;

    private BloomColumns() {}

    /** Those of the wished ones whose values are in no order here: where they are, pages are found by their bounds. */
    static <T> Set<String> of(RowType<T> type, Set<String> wished, List<T> rows) {
        Set<String> columns = new HashSet<>();
        if (pay(rows.size())) {
            for (Column<T, ?> column : type.columns()) {
                if (wished.contains(column.name()) && !isSorted(column, rows)) {
                    columns.add(column.name());
                }
            }
        }
        return columns;
    }

    /** Of rows of which only the order by one column is known. */
    static Set<String> of(Set<String> wished, Column<?, ?> sorted, int rows) {
        Set<String> columns = pay(rows) ? new HashSet<>(wished) : new HashSet<>();
        columns.remove(sorted.name());
        return columns;
    }

    /** Whether a file of so many rows is large enough. */
    static boolean pay(int rows) {
        return rows >= WORTH;
    }

    private static <T, V> boolean isSorted(Column<T, V> column, List<T> rows) {
        V last = null;
        for (T row : rows) {
            V value = column.get(row);
            if (value == null || (last != null && column.type().compare(last, value) > 0)) {
                return false;
            }
            last = value;
        }
        return true;
    }
}
