package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows lie together in a file, and in which order: one file a partition (more when there are very many rows), rows
 * by key, so that the least and greatest value of files, row groups and pages tell where a key may be.
 */
final class Layout<T> {
    /** A file is written and read as a whole; this many rows fit a small function's memory. */
    static final int ROWS_PER_FILE = 250_000;

    private final List<Piece<T>> pieces = new ArrayList<>();

    /**
     * The rows of one file.
     *
     * @param partition values of the partition columns
     */
    record Piece<T>(Map<String, @Nullable String> partition, List<Stored<T>> rows) {}

    private Layout() {}

    static <T> Layout<T> of(List<Stored<T>> rows, Partitioner<T> partitioner, List<Column<T, ?>> key) {
        Map<Map<String, @Nullable String>, List<Stored<T>>> partitions = new LinkedHashMap<>();
        rows.forEach(row -> partitions
                .computeIfAbsent(partitioner.values(row.row()), values -> new ArrayList<>())
                .add(row));
        Layout<T> layout = new Layout<>();
        partitions.forEach((values, together) -> {
            together.sort(Comparator.comparing(Stored::row, order(key)));
            layout.cut(values, together);
        });
        return layout;
    }

    private void cut(Map<String, @Nullable String> partition, List<Stored<T>> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_PER_FILE) {
            pieces.add(new Piece<>(partition, rows.subList(from, Math.min(from + ROWS_PER_FILE, rows.size()))));
        }
    }

    /** The order of rows in a file. */
    static <T> Comparator<T> order(List<Column<T, ?>> key) {
        Comparator<T> order = order(key.get(0));
        for (Column<T, ?> column : key.subList(1, key.size())) {
            order = order.thenComparing(order(column));
        }
        return order;
    }

    private static <T, V> Comparator<T> order(Column<T, V> column) {
        return Comparator.comparing(column::get, order(column.type()));
    }

    /** As Parquet orders what is stored: UUIDs, times and enums are text there. */
    static <V> Comparator<V> order(ValueType<V> type) {
        return switch (type.kind()) {
            case UUID -> (a, b) -> compare((UUID) a, (UUID) b);
            case ENUM, TIME -> Comparator.comparing(type::format, ValueType.text()::compare);
            default -> type::compare;
        };
    }

    private static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    /** In the order in which their files are added. */
    List<Piece<T>> pieces() {
        return pieces;
    }

    /** How many rows there are. */
    long size() {
        return pieces.stream().mapToLong(piece -> piece.rows().size()).sum();
    }

    /** Where each row stands among those of all files in order; told by the object that it is. */
    IdentityHashMap<Stored<T>, Integer> positions() {
        IdentityHashMap<Stored<T>, Integer> positions = new IdentityHashMap<>();
        for (Piece<T> piece : pieces) {
            piece.rows().forEach(stored -> positions.put(stored, positions.size()));
        }
        return positions;
    }
}
