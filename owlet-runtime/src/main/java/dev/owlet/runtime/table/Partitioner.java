package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.UnsupportedTableException;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.Violations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the folder of a row. A table stays divided as it was when it was made, so this follows the table's partition
 * columns, whatever the model says by now and whichever engine made the table.
 */
final class Partitioner<T> {
    private static final Pattern DERIVED = Pattern.compile("_(.+)_(year|month|day)");

    private final List<Column<T, ?>> columns;

    private Partitioner(List<Column<T, ?>> columns) {
        this.columns = columns;
    }

    /**
     * @param names the table's partition columns
     * @throws UnsupportedTableException when the model tells no value for one of them
     */
    static <T> Partitioner<T> of(TableSpec<T> spec, List<String> names) throws UnsupportedTableException {
        List<Column<T, ?>> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(plain(spec, name)
                    .or(() -> derived(spec, name))
                    .orElseThrow(() -> new UnsupportedTableException("table " + spec.folder()
                            + " is divided by its column " + name + ", and no field of " + spec.name()
                            + " tells its value; give " + spec.name() + " that field again to write here")));
        }
        return new Partitioner<>(columns);
    }

    private static <T> Optional<Column<T, ?>> plain(TableSpec<T> spec, String name) {
        return spec.type().columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static <T> Optional<Column<T, ?>> derived(TableSpec<T> spec, String name) {
        Matcher parts = DERIVED.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Partition.Unit unit = Partition.Unit.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
        return plain(spec, parts.group(1))
                .filter(source -> isDay(source.type().kind()))
                .map(source -> new Partition<>(source, unit).column());
    }

    private static boolean isDay(ValueType.Kind kind) {
        return kind == ValueType.Kind.DATE || kind == ValueType.Kind.TIMESTAMP;
    }

    /** Names of the partition columns. */
    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * The values of the partition columns, as the log has them (protocol, section "Partition Value Serialization"): null
     * where the row has none, as in tables that other engines divided by a field that may be absent.
     */
    Map<String, @Nullable String> values(T row) {
        if (columns.isEmpty()) {
            return Map.of();
        }
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.name(), text(column, row)));
        return values;
    }

    /** Delta takes empty text for no value in a partition column, so no row can have it there. */
    void check(T row, Violations violations) {
        for (Column<T, ?> column : columns) {
            if ("".equals(column.get(row))) {
                violations.add(
                        Refusals.pointer(column), "required", "must not be empty, as the table is divided by it");
            }
        }
    }

    private static <T, V> @Nullable String text(Column<T, V> column, T row) {
        V value = column.get(row);
        return value == null ? null : column.type().format(value);
    }
}
