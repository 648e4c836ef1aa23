package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cell of a record holds what.
 *
 * @param cellOf number of the cell, by dotted name
 * @param width cells of a record
 */
record Layout(Map<String, Integer> cellOf, int width, Map<String, String> mapped, List<String> unmapped) {
    private static final int NONE = -1;

    /** Of a file without header: the entered columns in model order, shapes as JSON. */
    static <T> Layout inModelOrder(RowType<T> type) {
        Map<String, Integer> cellOf = new LinkedHashMap<>();
        for (Column<T, ?> column : Paths.entered(type)) {
            cellOf.put(column.name(), cellOf.size());
        }
        return new Layout(cellOf, cellOf.size(), Map.of(), List.of());
    }

    /** Whether a cell holds the field, or a part of it. */
    boolean has(String field) {
        return cellOf.containsKey(field) || cellOf.keySet().stream().anyMatch(path -> path.startsWith(field + "."));
    }

    /** Number of the cell, or -1. */
    int cell(String path) {
        return cellOf.getOrDefault(path, NONE);
    }
}
