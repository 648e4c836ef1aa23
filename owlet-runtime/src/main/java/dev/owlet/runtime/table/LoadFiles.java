package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.PackedRows;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.table.KeyOrder.Placed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data files of a load. Rows are written as they come, a file's worth in memory at a time, and belong to no commit yet;
 * files of which rows turn out not to get in, or to take others' places, are then written anew. Not thread-safe.
 */
final class LoadFiles<T> {
    /** What the rows that wait for their file may take, while those before them are written. */
    private static final long MEMORY = Runtime.getRuntime().maxMemory() / 10;

    private final TableStore<T> table;
    private final Partitioner<T> partitioner;
    private final List<Column<T, ?>> match;
    private final KeyOrder<T> order;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<DataFile, Remainder> remainders = new LinkedHashMap<>();
    private final List<DataFile> made = new ArrayList<>();
    private final Aside writing = new Aside();
    private Map<DataFile, BitSet> gone = new LinkedHashMap<>();
    private Chunk chunk;

    private record Remainder(BitSet gone, Optional<DataFile> file) {}

    /** A file of rows as they came, and what it is for the commit. */
    private static final class Draft {
        private final DataFile original;
        private final int[] numbers;
        private BitSet dropped = new BitSet();
        private BitSet patched = new BitSet();
        private List<DataFile> current;
        private Map<DataFile, BitSet> gone = Map.of();

        Draft(DataFile original, int[] numbers) {
            this.original = original;
            this.numbers = numbers;
            current = List.of(original);
        }
    }

    LoadFiles(TableStore<T> table, Partitioner<T> partitioner, List<Column<T, ?>> match) {
        this.table = table;
        this.partitioner = partitioner;
        this.match = match;
        order = new KeyOrder<>(table.spec().key());
        chunk = new Chunk();
    }

    /** The next row; when there is a file's worth of them, they are written beside the next ones' coming. */
    void add(int number, Stored<T> stored) throws IOException {
        chunk.add(number, stored);
        if (chunk.isFull()) {
            Chunk full = chunk;
            chunk = new Chunk();
            writing.begin(full::write);
        }
    }

    /** No row comes any more. */
    void finish() throws IOException {
        writing.end();
        chunk.write();
        chunk = new Chunk();
    }

    /** A file's worth of rows, with their numbers. */
    private final class Chunk {
        private final PackedRows<Stored<T>> rows = table.files().pack(partitioner.names(), Set.copyOf(Stored.SYSTEM));
        private final Map<Map<String, @Nullable String>, List<Placed>> partitions = new LinkedHashMap<>();
        private int size;
        private long weight;

        void add(int number, Stored<T> stored) {
            Placed placed = order.placed(stored.row(), number, rows.add(stored));
            partitions
                    .computeIfAbsent(partitioner.values(stored.row()), values -> new ArrayList<>())
                    .add(placed);
            size++;
            weight += placed.weight();
        }

        boolean isFull() {
            return size == Layout.ROWS_PER_FILE || weight + rows.bytes() > MEMORY;
        }

        /** Writes the rows, a file a partition. */
        void write() throws IOException {
            for (Map.Entry<Map<String, @Nullable String>, List<Placed>> part : partitions.entrySet()) {
                List<Placed> together = order.sorted(part.getValue());
                long[] places = together.stream().mapToLong(Placed::place).toArray();
                int[] numbers = together.stream().mapToInt(Placed::number).toArray();
                DataFile file = table.files()
                        .write(rows, places, part.getKey(), table.spec().key().get(0));
                made.add(file);
                drafts.add(new Draft(file, numbers));
            }
        }
    }

    private DataFile make(List<Stored<T>> rows, Map<String, @Nullable String> partition) throws IOException {
        DataFile file = table.files().write(rows, partition);
        made.add(file);
        return file;
    }

    /**
     * Makes the files what a commit on top of a version needs.
     *
     * @param out rows that do not get in
     * @param updating rows that take the places of rows of the table
     */
    void settle(Snapshot snapshot, BitSet out, BitSet updating) throws IOException {
        gone = new LinkedHashMap<>();
        Set<DataFile> there = new HashSet<>(snapshot.files());
        for (Draft draft : drafts) {
            BitSet dropped = new BitSet();
            BitSet patched = new BitSet();
            for (int i = 0; i < draft.numbers.length; i++) {
                dropped.set(i, out.get(draft.numbers[i]));
                patched.set(i, !out.get(draft.numbers[i]) && updating.get(draft.numbers[i]));
            }
            boolean same = dropped.equals(draft.dropped)
                    && patched.equals(draft.patched)
                    && there.containsAll(draft.gone.keySet());
            if (!same) {
                discard(draft);
                draft.dropped = dropped;
                draft.patched = patched;
                draft.gone = new LinkedHashMap<>();
                draft.current = patched.isEmpty() ? without(draft, dropped) : patched(draft, snapshot);
            }
            draft.gone.forEach((file, rows) ->
                    gone.computeIfAbsent(file, f -> new BitSet()).or(rows));
        }
    }

    private List<DataFile> without(Draft draft, BitSet dropped) throws IOException {
        if (dropped.isEmpty()) {
            return List.of(draft.original);
        }
        Optional<DataFile> rest = table.files().copyWithout(draft.original, dropped);
        rest.ifPresent(made::add);
        return rest.stream().toList();
    }

    private List<DataFile> patched(Draft draft, Snapshot snapshot) throws IOException {
        List<Stored<T>> rows = new ArrayList<>(table.files().read(draft.original));
        SnapshotView<T> view = table.view(snapshot);
        Set<Key> keys = new HashSet<>();
        draft.patched.stream().forEach(i -> keys.add(match(rows.get(i).row())));
        view.expect(match, keys);
        List<Stored<T>> kept = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (!draft.dropped.get(i)) {
                kept.add(draft.patched.get(i) ? patched(rows.get(i), view, draft) : rows.get(i));
            }
        }
        List<DataFile> files = new ArrayList<>();
        for (Layout.Piece<T> piece :
                Layout.of(kept, partitioner, table.spec().key()).pieces()) {
            files.add(make(piece.rows(), piece.partition()));
        }
        return files;
    }

    private Key match(T row) {
        return Objects.requireNonNull(Key.of(match, row), "a row that takes another's place is known by its values");
    }

    private Stored<T> patched(Stored<T> row, SnapshotView<T> view, Draft draft) {
        SnapshotView.Located<T> before = view.locate(match, match(row.row()));
        if (before == null) {
            return row; // deleted since it was found
        }
        draft.gone.computeIfAbsent(before.file(), file -> new BitSet()).set(before.position());
        Stored<T> existing = before.stored();
        return Evaluation.changed(
                withKey(row.row(), existing.row()), existing, row.updatedAt(), row.updatedBy(), row.upload());
    }

    private T withKey(T row, T existing) {
        List<Column<T, ?>> key = table.spec().key();
        if (match.equals(key)) {
            return row;
        }
        Values values = table.spec().type().values(row);
        key.forEach(column -> copy(column, existing, values));
        return table.spec().type().restore(values);
    }

    private <V> void copy(Column<T, V> column, T from, Values to) {
        table.spec().type().set(to, column, column.get(from));
    }

    /** The files that the commit adds: first those with rows of the load, then what is left of the {@link #removed}. */
    List<DataFile> added() throws IOException {
        List<DataFile> added = new ArrayList<>();
        drafts.forEach(draft -> added.addAll(draft.current));
        for (Map.Entry<DataFile, BitSet> file : gone.entrySet()) {
            Remainder known = remainders.get(file.getKey());
            if (known == null || !known.gone.equals(file.getValue())) {
                Optional<DataFile> rest = table.files().copyWithout(file.getKey(), file.getValue());
                rest.ifPresent(made::add);
                known = new Remainder(file.getValue(), rest);
                remainders.put(file.getKey(), known);
            }
            known.file.ifPresent(added::add);
        }
        return added;
    }

    /** The files of the table in which rows give way. */
    List<DataFile> removed() {
        return List.copyOf(gone.keySet());
    }

    private void discard(Draft draft) {
        for (DataFile file : draft.current) {
            if (!file.equals(draft.original)) {
                discard(file);
            }
        }
    }

    private void discard(DataFile file) {
        table.files().discard(file);
        made.remove(file);
    }

    /** Removes every file that was made, but for those that a commit took. */
    void discardBut(Set<DataFile> committed) throws IOException {
        try {
            writing.end();
        } finally {
            discard(committed);
        }
    }

    private void discard(Set<DataFile> committed) {
        for (DataFile file : List.copyOf(made)) {
            if (!committed.contains(file)) {
                discard(file);
            }
        }
    }
}
