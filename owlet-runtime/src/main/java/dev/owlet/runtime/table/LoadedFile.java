package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rows of one data file in memory, with indexes made when first needed. Files never change, nor does this. */
final class LoadedFile<T> {
    private final List<Stored<T>> rows;
    private final Map<List<Column<T, ?>>, Map<Key, Integer>> positions = new ConcurrentHashMap<>();
    private final Map<Column<T, ?>, Set<Object>> values = new ConcurrentHashMap<>();

    LoadedFile(List<Stored<T>> rows) {
        this.rows = rows;
    }

    List<Stored<T>> rows() {
        return rows;
    }

    /** Where the row with these values in these columns stands; null when there is none. */
    @Nullable
    Integer position(List<Column<T, ?>> columns, Key key) {
        return positions.computeIfAbsent(columns, this::index).get(key);
    }

    private Map<Key, Integer> index(List<Column<T, ?>> columns) {
        Map<Key, Integer> index = new HashMap<>(rows.size() * 2);
        for (int i = 0; i < rows.size(); i++) {
            Key key = Key.of(columns, rows.get(i).row());
            if (key != null) {
                index.put(key, i);
            }
        }
        return index;
    }

    /** Whether any row has this value in a column, or in the list that the column holds. */
    boolean holds(Column<T, ?> column, Object value) {
        return values.computeIfAbsent(column, this::collect).contains(Key.of(List.of(value)));
    }

    private Set<Object> collect(Column<T, ?> column) {
        Set<Object> found = new HashSet<>();
        rows.forEach(
                stored -> References.values(column, stored.row()).forEach(value -> found.add(Key.of(List.of(value)))));
        return found;
    }
}
