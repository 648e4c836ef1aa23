package dev.owlet.runtime.api;

import dev.owlet.runtime.http.Percent;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys as URL segments: each part percent-encoded, joined by {@code ,}. */
final class Keys<T> {
    /** Segments that lead elsewhere: a key that reads so is written with its first character encoded. */
    private static final Set<String> TAKEN = Set.of("batch", "summary", "history", "export", "uploads");

    private final Table<T> table;
    private final TableSpec<T> spec;
    private final List<Column<T, ?>> columns;

    Keys(Table<T> table) {
        this.table = table;
        spec = table.spec();
        columns = spec.key();
    }

    /** The values of a row's key. */
    List<Object> of(T row) {
        List<Object> key = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            Object value = column.get(row);
            if (value == null) {
                throw new IllegalStateException("a row of " + spec.name() + " has no " + column.name());
            }
            key.add(value);
        }
        return key;
    }

    String segment(T row) {
        String segment = columns.stream().map(column -> part(column, row)).collect(Collectors.joining(","));
        return TAKEN.contains(segment) || isModule(segment) ? Percent.encodeVisibly(segment) : segment;
    }

    /** Whether the concepts of a module lie where a row of this key would: a module may be called as a path is. */
    private boolean isModule(String segment) {
        String path = spec.path() + "/" + segment;
        return table.tables().all().stream()
                .anyMatch(other -> other.spec().path().equals(path));
    }

    /** The key of a segment, still encoded; empty when no row can have such a key. */
    Optional<List<Object>> parse(String segment) {
        String[] parts = segment.split(",", -1);
        if (parts.length != columns.size()) {
            return Optional.empty();
        }
        List<Object> key = new ArrayList<>();
        try {
            for (int i = 0; i < parts.length; i++) {
                key.add(columns.get(i).type().parse(Percent.decode(parts[i])));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(key);
    }

    /** The key at the end of the request's path, taken raw: decoding as a whole would lose which commas join. */
    List<Object> of(Request request) {
        String path = request.path();
        return parse(path.substring(path.lastIndexOf('/') + 1)).orElseThrow(() -> missing(request));
    }

    ProblemException missing(Request request) {
        String path = request.path();
        String segment = Percent.decode(path.substring(path.lastIndexOf('/') + 1));
        return new ProblemException(
                404, "There is no " + spec.name() + " with the key \"" + shortened(segment) + "\".");
    }

    /** The order of keys, column by column. */
    Comparator<Stored<T>> order() {
        Comparator<Stored<T>> order = (unusedA, unusedB) -> 0;
        for (Column<T, ?> column : columns) {
            order = order.thenComparing(by(column));
        }
        return order;
    }

    private static <T, V> Comparator<Stored<T>> by(Column<T, V> column) {
        return Comparator.comparing(row -> column.get(row.row()), Comparator.nullsLast(column.type()::compare));
    }

    private static <T, V> String part(Column<T, V> column, T row) {
        V value = column.get(row);
        return value == null ? "" : Percent.encode(column.type().format(value));
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, text.offsetByCodePoints(0, 50)) + "…";
    }
}
