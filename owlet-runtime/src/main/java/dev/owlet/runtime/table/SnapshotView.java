package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.FileStats;
import dev.owlet.runtime.delta.RowFiles.Found;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table as of a snapshot of its log. Files whose statistics rule a row out are not read. */
final class SnapshotView<T> implements TableView<T> {
    private final TableSpec<T> spec;
    private final Snapshot snapshot;
    private final FileCache<T> cache;
    private final boolean past;
    private final Map<List<Column<T, ?>>, Map<Key, Optional<Located<T>>>> expectations = new HashMap<>();

    /** @param past whether it is an earlier version, of which maintenance may have removed files */
    SnapshotView(TableSpec<T> spec, Snapshot snapshot, FileCache<T> cache, boolean past) {
        this.spec = spec;
        this.snapshot = snapshot;
        this.cache = cache;
        this.past = past;
    }

    /** Where a row lies. */
    record Located<T>(DataFile file, int position, Stored<T> stored) {
        static <T> Located<T> of(DataFile file, Found<Stored<T>> row) {
            return new Located<>(file, row.position(), row.row());
        }
    }

    @Override
    public long version() {
        return snapshot.version();
    }

    @Override
    public Stream<Stored<T>> rows(Filter<T> filter) {
        Iterator<DataFile> files = files(file -> file.stats().mayPass(filter), file -> true);
        return FileRows.of(files, file -> io(() -> cache.open(file).rows(filter)))
                .filter(stored -> filter.test(stored.row()));
    }

    @Override
    public Optional<Stored<T>> find(List<?> key) {
        Located<T> found = locate(spec.key(), Key.of(key));
        return found == null ? Optional.empty() : Optional.of(found.stored);
    }

    @Override
    public long count() {
        return io(() -> {
            long count = 0;
            for (DataFile file : snapshot.files()) {
                OptionalLong told = file.stats().rows();
                count += told.isPresent() ? told.getAsLong() : cache.open(file).count();
            }
            return count;
        });
    }

    /** The row with these values in these columns; the last one, should another engine have written several. */
    @Nullable
    Located<T> locate(List<Column<T, ?>> columns, Key key) {
        if (columns.size() != key.parts().size()) {
            throw new IllegalArgumentException("the key of " + spec.name() + " has " + columns.size() + " parts, not "
                    + key.parts().size());
        }
        Map<Key, Optional<Located<T>>> expected = expectations.getOrDefault(columns, Map.of());
        return expected.containsKey(key) ? expected.get(key).orElse(null) : io(() -> search(columns, key));
    }

    private @Nullable Located<T> search(List<Column<T, ?>> columns, Key key) throws IOException {
        Located<T> found = null;
        Iterator<DataFile> files =
                files(file -> mayHold(file.stats(), columns, key), file -> cache.index(file, columns) == null);
        while (files.hasNext()) {
            DataFile file = files.next();
            Optional<Found<Stored<T>>> row = cache.open(file).find(columns, key);
            if (row.isPresent()) {
                found = Located.of(file, row.get());
            }
        }
        return found;
    }

    /**
     * Says which keys will be looked up: all are looked up now, by one reading of each file, and {@link #locate} answers
     * from what was found. Not thread-safe.
     */
    void expect(List<Column<T, ?>> columns, Collection<Key> keys) {
        Map<Key, Optional<Located<T>>> found = expectations.computeIfAbsent(columns, c -> new HashMap<>());
        io(() -> {
            keys.forEach(key -> found.put(key, Optional.empty()));
            Map<DataFile, List<Key>> candidates = new LinkedHashMap<>();
            for (DataFile file : snapshot.files()) {
                List<Key> here = keys.stream()
                        .filter(key -> mayHold(file.stats(), columns, key))
                        .toList();
                if (!here.isEmpty()) {
                    candidates.put(file, here);
                }
            }
            Iterator<DataFile> files =
                    new ReadAhead<>(candidates.keySet().iterator(), cache, file -> cache.index(file, columns) == null);
            while (files.hasNext()) {
                DataFile file = files.next();
                cache.open(file)
                        .find(columns, candidates.get(file))
                        .forEach((key, row) -> found.replace(key, Optional.of(Located.of(file, row))));
            }
            return found;
        });
    }

    /** The rows that have this value in a column, or in the list that the column holds. */
    Stream<Stored<T>> holding(Column<T, ?> column, Object value) {
        return FileRows.of(
                files(
                        file -> mayContain(file.stats(), column, value),
                        file -> cache.index(file, List.of(column)) == null),
                file -> io(() -> cache.open(file).holding(column, value).stream()));
    }

    private Iterator<DataFile> files(Predicate<DataFile> wanted, Predicate<DataFile> isRead) {
        return new ReadAhead<>(snapshot.files().stream().filter(wanted).iterator(), cache, isRead);
    }

    private boolean mayHold(FileStats stats, List<Column<T, ?>> columns, Key key) {
        for (int i = 0; i < columns.size(); i++) {
            if (!mayContain(stats, columns.get(i), key.parts().get(i))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings(
            "unchecked") // keys hold values of their columns' types; of a list's elements there are no statistics
    private static <T, V> boolean mayContain(FileStats stats, Column<T, V> column, Object value) {
        return stats.mayContain(column, (V) value);
    }

    private interface Reading<R> {
        R run() throws IOException;
    }

    private <R> R io(Reading<R> reading) {
        try {
            return reading.run();
        } catch (NoSuchFileException e) {
            throw past ? gone() : new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnknownVersionException gone() {
        return new UnknownVersionException("version " + snapshot.version()
                + " of this table is no longer kept: maintenance removed files that it was made of");
    }
}
