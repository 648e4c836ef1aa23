package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The rows of several files, as they are stored, in one order: to write them anew as they are. All are in memory, so the
 * files must be small. Not thread-safe.
 */
final class RowMerge {
    private final MessageType schema;
    private final Map<String, String> properties;
    private final String form;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** @param first as all others are */
    RowMerge(OpenFile first) {
        schema = first.schema();
        properties = first.properties();
        form = form(first);
    }

    /** What two files have in common whose rows can stand in one: columns, how they are stored, and whose they are. */
    static String form(OpenFile file) {
        return file.schema() + "\n" + new TreeMap<>(file.properties());
    }

    /** @throws IOException when the file stores its rows in another form */
    void add(OpenFile file) throws IOException {
        if (!form(file).equals(form)) {
            throw new IOException("it stores its rows otherwise than the file that it was to be merged with");
        }
        try (RowScan<@Nullable Object[]> scan = file.all(new StoredRows())) {
            for (@Nullable Object[] row = scan.next(); row != null; row = scan.next()) {
                rows.add(row);
            }
        }
    }

    int size() {
        return rows.size();
    }

    /** Null first. Columns that the files do not store, as those of a partition, tell no order. */
    void sort(List<? extends Column<?, ?>> key) {
        Comparator<@Nullable Object[]> order = (unusedA, unusedB) -> 0;
        for (Column<?, ?> column : key) {
            Optional<Type> field = Projection.find(column, schema);
            if (field.isPresent() && field.get().isPrimitive()) {
                order = order.thenComparing(order(field.get().asPrimitiveType()));
            }
        }
        rows.sort(order);
    }

    @SuppressWarnings("unchecked") // a slot holds what its type's comparator takes, as Parquet orders it
    private Comparator<@Nullable Object[]> order(PrimitiveType field) {
        int slot = schema.getFieldIndex(field.getName());
        Comparator<@Nullable Object> order = (Comparator<@Nullable Object>) (Comparator<?>) field.comparator();
        return (a, b) -> order.compare(a[slot], b[slot]);
    }

    /**
     * A file of some of the rows.
     *
     * @param lookedUp names of columns that get bloom filters where those pay
     */
    ParquetOutput<@Nullable Object[]> write(int from, int to, Set<String> lookedUp) throws IOException {
        List<@Nullable Object[]> part = rows.subList(from, to);
        StoredRowWriter support = new StoredRowWriter(schema, properties);
        ParquetOutput<@Nullable Object[]> output =
                new ParquetOutput<>(support, part.size(), blooms(part, lookedUp), lookedUp);
        try (output) {
            for (@Nullable Object[] row : part) {
                output.write(row);
            }
        }
        return output;
    }

    private Set<String> blooms(List<@Nullable Object[]> part, Set<String> lookedUp) {
        Set<String> blooms = new HashSet<>();
        for (Type field : schema.getFields()) {
            boolean wished = lookedUp.contains(field.getName()) && field.isPrimitive();
            if (wished && BloomColumns.pay(part.size()) && !isSorted(part, order(field.asPrimitiveType()))) {
                blooms.add(field.getName());
            }
        }
        return blooms;
    }

    private static <R> boolean isSorted(List<R> rows, Comparator<R> order) {
        for (int i = 1; i < rows.size(); i++) {
            if (order.compare(rows.get(i - 1), rows.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }
}
