package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Pointers;
import dev.owlet.runtime.row.Violations;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words for what a table refuses, whoever finds it out. A row is given by its values, as it may not be complete
 * enough to be a record.
 */
public final class Refusals {
    private Refusals() {}

    /** There is a row with this key already. */
    public static <T> void duplicate(
            TableSpec<T> spec, Function<Column<T, ?>, @Nullable Object> row, Violations violations) {
        String message = "there is already a " + spec.name() + " with " + text(spec.key(), row);
        spec.key().forEach(column -> violations.add(pointer(column), "duplicate", message));
    }

    /** Another row has these values, which occur once. */
    public static <T> void unique(
            TableSpec<T> spec,
            List<Column<T, ?>> columns,
            Function<Column<T, ?>, @Nullable Object> row,
            Violations violations) {
        String message = "another " + spec.name() + " has " + text(columns, row);
        columns.forEach(column -> violations.add(pointer(column), "unique", message));
    }

    /**
     * There is no row to refer to.
     *
     * @param element index within a list of references; -1 for a single one
     */
    public static void reference(Column<?, ?> column, int element, String concept, Object key, Violations violations) {
        String at = element < 0 ? pointer(column) : Pointers.child(pointer(column), element);
        violations.add(at, "reference", "there is no " + concept + " with the key " + shown(key));
    }

    static String pointer(Column<?, ?> column) {
        return Pointers.child("", column.name());
    }

    private static <T> String text(List<Column<T, ?>> columns, Function<Column<T, ?>, @Nullable Object> row) {
        return columns.stream()
                .map(column -> column.name() + " " + shown(row.apply(column)))
                .collect(Collectors.joining(", "));
    }

    /** Cut, so that a message stays one for people. */
    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return "\"" + (text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…") + "\"";
    }
}
