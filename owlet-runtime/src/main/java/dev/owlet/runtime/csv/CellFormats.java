package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.ValueType.Kind;
import java.util.Locale;
import java.util.Map;

/** The format of each column: by its name, else by its type's name. */
final class CellFormats {
    private final Map<String, String> patterns;

    CellFormats(Map<String, String> patterns) {
        this.patterns = patterns;
    }

    /**
     * The format of a column.
     *
     * @param path dotted name
     * @throws IllegalArgumentException when its pattern is none
     */
    CellFormat of(String path, Kind kind) {
        String pattern = patterns.get(path);
        if (pattern == null) {
            pattern = patterns.get(kind.name().toLowerCase(Locale.ROOT));
        }
        if (pattern == null && kind == Kind.DOUBLE) {
            pattern = patterns.get("decimal"); // one file has one decimal mark
        }
        return pattern == null ? CellFormat.PLAIN : of(kind, pattern);
    }

    private static CellFormat of(Kind kind, String pattern) {
        return switch (kind) {
            case INT, LONG, DOUBLE, DECIMAL -> NumberFormat.of(pattern);
            case DATE, TIME, TIMESTAMP -> TimeFormat.of(kind, pattern);
            default -> CellFormat.PLAIN;
        };
    }
}
