package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.jspecify.annotations.Nullable;

/**
 * The Parquet files of a table. Each is written once, under a name of its own, and belongs to the table only when a
 * commit says so. Reading throws {@link IOException}, naming the file, also when it is broken or holds something else
 * than rows of this type. Thread-safe.
 *
 * @param <T> what a row is read as
 */
public final class RowFiles<T> {
    private final RowType<T> type;
    private final FileAccess access;
    private final Set<String> lookedUp;

    /** @param folder key of the table's folder, without a slash at the end */
    public RowFiles(RowType<T> type, ObjectStore store, String folder) {
        this(type, store, folder, Set.of());
    }

    /**
     * @param folder key of the table's folder, without a slash at the end
     * @param lookedUp columns that tell a row by one value, and get bloom filters where those pay
     */
    public RowFiles(RowType<T> type, ObjectStore store, String folder, Set<? extends Column<?, ?>> lookedUp) {
        this.type = type;
        access = new FileAccess(store, folder);
        this.lookedUp = lookedUp.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A row and where it stands.
     *
     * @param position in its file, from 0
     */
    public record Found<T>(int position, T row) {}

    /** A new file of these rows, which still belongs to no commit; in a table without partitions. */
    public DataFile write(List<T> rows) throws IOException {
        return write(rows, Map.of());
    }

    /**
     * A new file of these rows, which still belongs to no commit.
     *
     * @param partition what all of the rows have in the partition columns, as text of the log (protocol, section
     *     "Partition Value Serialization"); in the order of the folders. These columns are not in the file.
     */
    public DataFile write(List<T> rows, Map<String, @Nullable String> partition) throws IOException {
        RowWriteSupport<T> support = new RowWriteSupport<>(type, new PartitionValues(partition));
        ParquetOutput<T> output =
                new ParquetOutput<>(support, rows.size(), BloomColumns.of(type, lookedUp, rows), lookedUp);
        try (output) {
            for (T row : rows) {
                output.write(row);
            }
        }
        return access.put(output, PartitionValues.path(partition), partition);
    }

    /**
     * Takes rows that are to be written later.
     *
     * @param partition names of the table's partition columns, which are not in files
     * @param same names of columns that have one value in all of the rows
     */
    public PackedRows<T> pack(Collection<String> partition, Set<String> same) {
        Map<String, @Nullable String> names = new HashMap<>();
        partition.forEach(name -> names.put(name, null));
        return new PackedRows<>(type, new PartitionValues(names), same);
    }

    /**
     * As {@link #write(List, Map)}, of rows that were packed.
     *
     * @param places of the rows, in the order that they get
     * @param sorted column by which they are in order
     */
    public DataFile write(
            PackedRows<T> rows, long[] places, Map<String, @Nullable String> partition, Column<?, ?> sorted)
            throws IOException {
        Set<String> blooms = BloomColumns.of(lookedUp, sorted, places.length);
        ParquetOutput<Long> output = new ParquetOutput<>(rows.writeSupport(), places.length, blooms, lookedUp);
        try (output) {
            for (long place : places) {
                output.write(place);
            }
        }
        return access.put(output, PartitionValues.path(partition), partition);
    }

    /** How many rows a file has; from its footer. */
    public int count(DataFile file) throws IOException {
        return access.readingSome(file, OpenFile::rows);
    }

    /** The rows of a file, in its order. */
    public List<T> read(DataFile file) throws IOException {
        return access.readingAll(file, open -> {
            List<T> rows = new ArrayList<>(open.rows());
            try (RowScan<T> scan = open.all(typed(file))) {
                for (T row = scan.next(); row != null; row = scan.next()) {
                    rows.add(row);
                }
            }
            return rows;
        });
    }

    /** The rows at these positions of a file, in its order. */
    public List<Found<T>> read(DataFile file, BitSet positions) throws IOException {
        return positions.isEmpty() ? List.of() : access.readingSome(file, open -> found(open, file, positions));
    }

    private List<Found<T>> found(OpenFile open, DataFile file, BitSet positions) throws IOException {
        List<Found<T>> found = new ArrayList<>();
        try (RowScan<T> scan = open.at(typed(file), positions)) {
            for (T row = scan.next(); row != null; row = scan.next()) {
                found.add(new Found<>(scan.position(), row));
            }
        }
        return found;
    }

    /**
     * The rows of a file that may pass, in its order, read as they are asked for: row groups and pages that hold none are
     * not. Test each row again. Close the stream; it throws {@link UncheckedIOException}.
     *
     * @param filter on columns of this type, or of the record in it; they are found by name
     */
    public Stream<T> scan(DataFile file, Filter<?> filter) throws IOException {
        return access.readingSome(file, open -> {
            Pushed pushed = pushdown(open, file).of(filter);
            return pushed.any() ? access.stream(file, open.passing(typed(file), pushed.filter())) : Stream.empty();
        });
    }

    /**
     * The rows that have these values in these columns, in the order of the file. Looks at those columns alone, and at
     * whole rows only where they are found.
     *
     * @param columns of this type, or of the record in it; they are found by name
     * @param values one a column, none of them null
     */
    public List<Found<T>> find(DataFile file, List<? extends Column<?, ?>> columns, List<?> values) throws IOException {
        return access.readingSome(file, open -> {
            Pushed pushed = pushdown(open, file).of(columns, values);
            if (!pushed.any()) {
                return List.of();
            }
            BitSet positions = positions(open, file, columns, values, pushed.filter());
            return positions.isEmpty() ? List.of() : found(open, file, positions);
        });
    }

    private BitSet positions(
            OpenFile open,
            DataFile file,
            List<? extends Column<?, ?>> columns,
            List<?> values,
            FilterCompat.Filter filter)
            throws IOException {
        BitSet positions = new BitSet();
        try (RowScan<@Nullable Object[]> keys = open.passing(KeyRows.of(type, columns, partition(file)), filter)) {
            for (@Nullable Object[] key = keys.next(); key != null; key = keys.next()) {
                if (equal(columns, key, values)) {
                    positions.set(keys.position());
                }
            }
        }
        return positions;
    }

    private static boolean equal(List<? extends Column<?, ?>> columns, @Nullable Object[] key, List<?> values) {
        for (int i = 0; i < key.length; i++) {
            if (!equal(columns.get(i), key[i], values.get(i))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked") // both are values of the column's type
    private static <V> boolean equal(Column<?, V> column, @Nullable Object stored, Object sought) {
        return stored != null && column.type().compare((V) stored, (V) sought) == 0;
    }

    /**
     * The values of some columns for every row of a file, in its order, an array a row; no other column is read. Close
     * the stream; it throws {@link UncheckedIOException}.
     *
     * @param columns of this type, or of the record in it; they are found by name
     */
    public Stream<@Nullable Object[]> keys(DataFile file, List<? extends Column<?, ?>> columns) throws IOException {
        return access.readingSome(
                file, open -> access.stream(file, open.all(KeyRows.of(type, columns, partition(file)))));
    }

    /**
     * A new file with the rows of another but some. Copies what is stored, column by column, so that columns that only
     * other programs know survive.
     *
     * @param gone positions in the file of the rows to leave out
     * @return empty when no row is left
     */
    public Optional<DataFile> copyWithout(DataFile file, BitSet gone) throws IOException {
        return access.readingAll(file, open -> {
            BitSet kept = new BitSet();
            kept.set(0, open.rows());
            kept.andNot(gone);
            return kept.isEmpty() ? Optional.empty() : Optional.of(copy(open, file, kept));
        });
    }

    private DataFile copy(OpenFile open, DataFile file, BitSet kept) throws IOException {
        StoredRowWriter support = new StoredRowWriter(open.schema(), open.properties());
        ParquetOutput<@Nullable Object[]> output = new ParquetOutput<>(support, kept.cardinality(), Set.of(), lookedUp);
        try (RowScan<@Nullable Object[]> scan = open.at(new StoredRows(), kept);
                output) {
            for (@Nullable Object[] row = scan.next(); row != null; row = scan.next()) {
                output.write(row);
            }
        }
        return access.put(output, FileAccess.folder(file), file.partition());
    }

    /** What is equal for files whose rows can be merged; text for comparison only. */
    public String form(DataFile file) throws IOException {
        return access.readingSome(file, RowMerge::form);
    }

    /**
     * New files with the rows of others, copied as they are stored, in one order. All rows are in memory at a time.
     *
     * @param files at least one, of one partition and of one {@link #form}
     * @param order columns to sort by, as Parquet orders what is stored; those that the files do not have are passed over
     * @param maxRows of one new file
     * @return one file, or more when there are more rows; none when there are no rows. When it fails, none is left
     */
    public List<DataFile> merge(List<DataFile> files, List<? extends Column<?, ?>> order, int maxRows)
            throws IOException {
        RowMerge merge = access.readingSome(files.get(0), RowMerge::new);
        for (DataFile file : files) {
            access.readingAll(file, open -> {
                merge.add(open);
                return file;
            });
        }
        merge.sort(order);
        Map<String, @Nullable String> partition = files.get(0).partition();
        List<DataFile> merged = new ArrayList<>();
        try {
            for (int from = 0; from < merge.size(); from += maxRows) {
                int to = Math.min(from + maxRows, merge.size());
                ParquetOutput<?> output = merge.write(from, to, lookedUp);
                merged.add(access.put(output, PartitionValues.path(partition), partition));
            }
        } catch (IOException | RuntimeException e) {
            merged.forEach(access::discard);
            throw e;
        }
        return merged;
    }

    /** Removes a file that no commit took; what cannot be removed stays, unseen by readers. */
    public void discard(DataFile file) {
        access.discard(file);
    }

    /** Rows as one Parquet file of its own, for people to take away. */
    public static <R> byte[] bytes(RowType<R> type, List<R> rows) throws IOException {
        RowWriteSupport<R> support = new RowWriteSupport<>(type, PartitionValues.NONE);
        ParquetOutput<R> output = new ParquetOutput<>(support, rows.size(), Set.of(), Set.of());
        try (output) {
            for (R row : rows) {
                output.write(row);
            }
        }
        return output.bytes();
    }

    private RowAssembly<T> typed(DataFile file) {
        return new TypedRows<>(type, partition(file));
    }

    private Pushdown pushdown(OpenFile open, DataFile file) {
        return new Pushdown(type, open.metadata(), partition(file));
    }

    private static PartitionValues partition(DataFile file) {
        return new PartitionValues(file.partition());
    }
}
