package dev.owlet.runtime.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.owlet.runtime.http.User;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.table.Operation;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people call the rows that some rows refer to: {@code site$title} beside {@code site}. One look at each table
 * referred to, however many rows there are; none at a table that the user may not read.
 */
final class Titles<T> {
    private final Map<String, Map<Object, String>> byColumn = new HashMap<>();

    static <T> Titles<T> of(Table<T> table, List<Stored<T>> rows, Selection fields, @Nullable User user) {
        Titles<T> titles = new Titles<>();
        table.spec().references().forEach((column, concept) -> {
            if (fields.has(column.name())) {
                Set<Object> keys = keys(column, rows);
                table.tables()
                        .table(concept)
                        .filter(other -> Access.allows(other.spec(), user, Operation.READ))
                        .ifPresent(other -> titles.byColumn.put(column.name(), lookUp(other, keys)));
            }
        });
        return titles;
    }

    /** Writes {@code name$title} when the column is a reference; of a list, a list with nulls for what is missing. */
    void write(Column<T, ?> column, Object value, JsonGenerator out) throws IOException {
        Map<Object, String> titles = byColumn.get(column.name());
        if (titles == null) {
            return;
        }
        if (value instanceof List<?> list) {
            out.writeArrayFieldStart(column.name() + "$title");
            for (Object key : list) {
                out.writeString(titles.get(key));
            }
            out.writeEndArray();
        } else if (titles.containsKey(value)) {
            out.writeStringField(column.name() + "$title", titles.get(value));
        }
    }

    /** The title of what a row refers to by {@code path}, when it is a reference. */
    @Nullable
    String title(Path<T, ?> path, Stored<T> row) {
        return byColumn.getOrDefault(path.name(), Map.of()).get(path.get(row));
    }

    private static <T> Set<Object> keys(Column<T, ?> column, List<Stored<T>> rows) {
        Set<Object> keys = new HashSet<>();
        for (Stored<T> row : rows) {
            Object value = column.get(row.row());
            if (value instanceof List<?> list) {
                keys.addAll(list);
            } else if (value != null) {
                keys.add(value);
            }
        }
        return keys;
    }

    /** References are to concepts with a key of one column. */
    private static <S> Map<Object, String> lookUp(Table<S> other, Set<Object> keys) {
        Map<Object, String> titles = new HashMap<>();
        if (keys.isEmpty()) {
            return titles;
        }
        Column<S, ?> key = other.spec().key().get(0);
        Column<S, ?> label = other.spec().label().orElse(key);
        Filter<S> wanted = new Filter.Where<>(row -> keys.contains(key.get(row)));
        try (Stream<Stored<S>> rows = other.view().rows(wanted)) {
            rows.forEach(row -> put(titles, key.get(row.row()), label, row.row()));
        }
        return titles;
    }

    private static <S, V> void put(Map<Object, String> titles, @Nullable Object key, Column<S, V> label, S row) {
        V value = label.get(row);
        if (key != null && value != null) {
            titles.put(key, label.type().format(value));
        }
    }
}
