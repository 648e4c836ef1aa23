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
 * enough to be a record. What several fields are at fault for together stands at the first of them, and names all.
 */
public final class Refusals {
    private static final String DUPLICATE = "duplicate";
    private static final String UNIQUE = "unique";

    private Refusals() {}

    /** There is a row with this key already. */
    public static <T> void duplicate(
            TableSpec<T> spec, Function<Column<T, ?>, @Nullable Object> row, Violations violations) {
        String message = "another " + spec.name() + " has " + text(spec.key(), row);
        violations.addBeside(pointer(spec.key().get(0)), DUPLICATE, message);
    }

    /** Another row has these values, which occur once. */
    public static <T> void unique(
            TableSpec<T> spec,
            List<Column<T, ?>> columns,
            Function<Column<T, ?>, @Nullable Object> row,
            Violations violations) {
        String message = "another " + spec.name() + " has " + text(columns, row);
        violations.addBeside(pointer(columns.get(0)), UNIQUE, message);
    }

    /**
     * An earlier row of the same file has these values, which occur once.
     *
     * @param earlier its number, from 0
     */
    static <T> void repeated(
            List<Column<T, ?>> columns,
            boolean isKey,
            int earlier,
            Function<Column<T, ?>, @Nullable Object> row,
            Violations violations) {
        String message = "row " + (earlier + 1) + " of the file has " + text(columns, row) + " too";
        violations.addBeside(pointer(columns.get(0)), isKey ? DUPLICATE : UNIQUE, message);
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
