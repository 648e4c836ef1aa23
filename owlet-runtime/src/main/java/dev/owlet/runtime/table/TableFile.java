package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.RowFiles.Found;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One data file, read as a whole when small, and in parts when large. Thread-safe. */
final class TableFile<T> {
    private final DataFile file;
    private final FileCache<T> cache;

    TableFile(DataFile file, FileCache<T> cache) {
        this.file = file;
        this.cache = cache;
    }

    /** The rows that may pass, in the order of the file. Close the stream. */
    Stream<Stored<T>> rows(Filter<T> filter) throws IOException {
        return cache.isSmall(file) ? cache.rows(file).stream() : cache.files().scan(file, filter);
    }

    long count() throws IOException {
        return cache.isSmall(file) ? cache.rows(file).size() : cache.files().count(file);
    }

    /** The last row with these values in these columns. */
    Optional<Found<Stored<T>>> find(List<Column<T, ?>> columns, Key key) throws IOException {
        KeyIndex index = index(columns, 1);
        List<Found<Stored<T>>> found = index == null
                ? cache.files().find(file, columns, key.parts())
                : at(index.positions(key)).stream()
                        .filter(row -> key.equals(Key.of(columns, row.row().row())))
                        .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** The last row of each key that is here, by one reading for all. */
    Map<Key, Found<Stored<T>>> find(List<Column<T, ?>> columns, Collection<Key> keys) throws IOException {
        Map<Key, Found<Stored<T>>> found = new HashMap<>();
        KeyIndex index = index(columns, keys.size());
        if (index == null) {
            for (Key key : keys) {
                find(columns, key).ifPresent(row -> found.put(key, row));
            }
            return found;
        }
        BitSet positions = new BitSet();
        keys.forEach(key -> positions.or(index.positions(key)));
        for (Found<Stored<T>> row : at(positions)) {
            Key key = Key.of(columns, row.row().row());
            if (key != null) {
                found.put(key, row);
            }
        }
        return found;
    }

    /** The rows that have this value in a column, or in the list that the column holds. */
    List<Stored<T>> holding(Column<T, ?> column, Object value) throws IOException {
        List<Column<T, ?>> columns = List.of(column);
        Key key = Key.of(List.of(value));
        KeyIndex index = index(columns, 1);
        BitSet positions = index == null ? positions(columns, key) : index.positions(key);
        return at(positions).stream()
                .map(Found::row)
                .filter(stored -> References.values(column.get(stored.row())).stream()
                        .anyMatch(held -> Key.of(List.of(held)).equals(key)))
                .toList();
    }

    private BitSet positions(List<Column<T, ?>> columns, Key key) throws IOException {
        KeyIndex.Builder sought = new KeyIndex.Builder(16);
        eachKey(columns, (found, position) -> {
            if (found.equals(key)) {
                sought.add(found, position);
            }
        });
        return sought.build().positions(key);
    }

    private List<Found<Stored<T>>> at(BitSet positions) throws IOException {
        if (!cache.isSmall(file) || positions.isEmpty()) {
            return cache.files().read(file, positions);
        }
        List<Stored<T>> rows = cache.rows(file);
        List<Found<Stored<T>>> found = new ArrayList<>();
        positions.stream().forEach(position -> found.add(new Found<>(position, rows.get(position))));
        return found;
    }

    /** Null when the file is not at hand and too few look-ups were made for one. */
    private @Nullable KeyIndex index(List<Column<T, ?>> columns, int lookUps) throws IOException {
        KeyIndex known = cache.index(file, columns);
        if (known != null || !(cache.isAtHand(file) || cache.isWorthIndexing(file, columns, lookUps))) {
            return known;
        }
        KeyIndex.Builder builder =
                new KeyIndex.Builder(Math.toIntExact(file.stats().rows().orElse(0)));
        eachKey(columns, builder::add);
        KeyIndex made = builder.build();
        cache.keep(file, columns, made);
        return made;
    }

    private interface KeySink {
        void accept(Key key, int position);
    }

    /** Every key of the file; of a column of lists, every element. */
    private void eachKey(List<Column<T, ?>> columns, KeySink sink) throws IOException {
        if (cache.isSmall(file)) {
            List<Stored<T>> rows = cache.rows(file);
            for (int i = 0; i < rows.size(); i++) {
                T row = rows.get(i).row();
                keys(columns.stream().map(column -> column.get(row)).toArray(), i, sink);
            }
            return;
        }
        try (Stream<@Nullable Object[]> keys = cache.files().keys(file, columns)) {
            int[] position = {0};
            keys.forEachOrdered(key -> keys(key, position[0]++, sink));
        }
    }

    private static void keys(@Nullable Object[] values, int position, KeySink sink) {
        if (values.length == 1 && values[0] instanceof List<?> list) {
            list.forEach(element -> sink.accept(Key.of(List.of(element)), position));
            return;
        }
        for (Object value : values) {
            if (value == null) {
                return; // a key that lacks a part is none
            }
        }
        sink.accept(Key.of(List.of(values)), position);
    }
}
