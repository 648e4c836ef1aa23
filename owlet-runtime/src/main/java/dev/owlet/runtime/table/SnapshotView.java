package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.FileStats;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table as of a snapshot of its log. Files whose statistics rule a row out are not read. */
final class SnapshotView<T> implements TableView<T> {
    private final TableSpec<T> spec;
    private final Snapshot snapshot;
    private final FileCache<T> cache;

    SnapshotView(TableSpec<T> spec, Snapshot snapshot, FileCache<T> cache) {
        this.spec = spec;
        this.snapshot = snapshot;
        this.cache = cache;
    }

    /** Where a row lies. */
    record Located<T>(DataFile file, int position, Stored<T> stored) {}

    @Override
    public long version() {
        return snapshot.version();
    }

    @Override
    public Stream<Stored<T>> rows(Filter<T> filter) {
        return snapshot.files().stream()
                .filter(file -> file.stats().mayPass(filter))
                .flatMap(file -> load(file).rows().stream())
                .filter(stored -> filter.test(stored.row()));
    }

    @Override
    public Optional<Stored<T>> find(List<?> key) {
        Located<T> found = locate(spec.key(), Key.of(key));
        return found == null ? Optional.empty() : Optional.of(found.stored);
    }

    @Override
    public long count() {
        long count = 0;
        for (DataFile file : snapshot.files()) {
            count += file.stats().rows().orElseGet(() -> load(file).rows().size());
        }
        return count;
    }

    /** The row with these values in these columns; the last one, should another engine have written several. */
    @Nullable
    Located<T> locate(List<Column<T, ?>> columns, Key key) {
        if (columns.size() != key.parts().size()) {
            throw new IllegalArgumentException("the key of " + spec.name() + " has " + columns.size() + " parts, not "
                    + key.parts().size());
        }
        Located<T> found = null;
        for (DataFile file : snapshot.files()) {
            if (mayHold(file.stats(), columns, key)) {
                LoadedFile<T> rows = load(file);
                Integer position = rows.position(columns, key);
                if (position != null) {
                    found = new Located<>(file, position, rows.rows().get(position));
                }
            }
        }
        return found;
    }

    /** Files that may have a row with this value in a column, or in the list that the column holds. */
    Stream<LoadedFile<T>> holding(Column<T, ?> column, Object value) {
        return snapshot.files().stream()
                .filter(file -> mayContain(file.stats(), column, value))
                .map(this::load)
                .filter(rows -> rows.holds(column, value));
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

    private LoadedFile<T> load(DataFile file) {
        try {
            return cache.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
