package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
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
    private final TableStore<T> table;
    private final Partitioner<T> partitioner;
    private final List<Column<T, ?>> match;
    private final Comparator<Numbered<T>> order;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<DataFile, Remainder> remainders = new LinkedHashMap<>();
    private final List<DataFile> made = new ArrayList<>();
    private Map<DataFile, BitSet> gone = new LinkedHashMap<>();

    private record Numbered<T>(int number, Stored<T> stored) {}

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
        Comparator<T> byKey = Layout.order(table.spec().key());
        order = (a, b) -> byKey.compare(a.stored().row(), b.stored().row());
    }

    /** A file's worth of rows, with their numbers. */
    final class Chunk {
        private final List<Numbered<T>> rows = new ArrayList<>();

        void add(int number, Stored<T> stored) {
            rows.add(new Numbered<>(number, stored));
        }

        int size() {
            return rows.size();
        }

        /** Writes the rows, a file a partition. */
        void write() throws IOException {
            Map<Map<String, @Nullable String>, List<Numbered<T>>> partitions = new LinkedHashMap<>();
            for (Numbered<T> row : rows) {
                partitions
                        .computeIfAbsent(partitioner.values(row.stored().row()), values -> new ArrayList<>())
                        .add(row);
            }
            for (Map.Entry<Map<String, @Nullable String>, List<Numbered<T>>> part : partitions.entrySet()) {
                List<Numbered<T>> together = part.getValue();
                together.sort(order);
                List<Stored<T>> stored =
                        together.stream().<Stored<T>>map(Numbered::stored).toList();
                int[] numbers = together.stream().mapToInt(Numbered::number).toArray();
                drafts.add(new Draft(make(stored, part.getKey()), numbers));
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
    void discardBut(Set<DataFile> committed) {
        for (DataFile file : List.copyOf(made)) {
            if (!committed.contains(file)) {
                discard(file);
            }
        }
    }
}
