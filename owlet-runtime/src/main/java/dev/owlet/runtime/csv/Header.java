package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the field of each heading of a file: by the concept's headings, then by names, then by former names, all without
 * case; at last by letters and digits alone ({@code Seen at} is {@code seen_at}). A field takes the first heading that is
 * its own; a second one is not read.
 */
final class Header<T> {
    private final RowType<T> type;
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> loose = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    Header(RowType<T> type, Map<Column<T, ?>, String> headings) {
        this.type = type;
        headings.forEach((column, heading) -> exact.putIfAbsent(key(heading), column.name()));
        List<Column<T, ?>> paths = Paths.readable(type);
        paths.forEach(column -> exact.putIfAbsent(key(column.name()), column.name()));
        for (Column<T, ?> column : paths) {
            column.was().forEach(former -> exact.putIfAbsent(key(former), column.name()));
            String before = loose.put(letters(column.name()), column.name());
            if (before != null) {
                ambiguous.add(letters(column.name()));
            }
        }
    }

    /** Number of cells that are headings of fields. */
    long recognised(List<String> cells) {
        return cells.stream()
                .filter(cell -> exact.containsKey(key(cell)) || loose.containsKey(letters(cell)))
                .count();
    }

    /**
     * Where each field stands.
     *
     * @throws CsvException when no heading is a field's
     */
    Layout map(List<String> cells) {
        Map<String, Integer> cellOf = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String path = exact.get(key(cells.get(i)));
            if (path != null) {
                cellOf.putIfAbsent(path, i);
            }
        }
        Set<Integer> taken = new HashSet<>(cellOf.values());
        for (int i = 0; i < cells.size(); i++) {
            String letters = letters(cells.get(i));
            String path = loose.get(letters);
            if (path != null && !taken.contains(i) && !ambiguous.contains(letters)) {
                cellOf.putIfAbsent(path, i);
            }
        }
        if (cellOf.isEmpty()) {
            throw new CsvException("No heading of the file is a field of " + type.name() + ", which has "
                    + Paths.entered(type).stream().map(Column::name).collect(Collectors.joining(", ")) + ".");
        }
        return new Layout(cellOf, cells.size(), mapped(cellOf, cells), unmapped(cellOf, cells));
    }

    private static Map<String, String> mapped(Map<String, Integer> cellOf, List<String> cells) {
        Map<String, String> mapped = new LinkedHashMap<>();
        cellOf.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> mapped.put(cells.get(entry.getValue()), entry.getKey()));
        return mapped;
    }

    private List<String> unmapped(Map<String, Integer> cellOf, List<String> cells) {
        Set<Integer> read = new HashSet<>(cellOf.values());
        List<String> unmapped = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!read.contains(i) && !isOurs(cells.get(i))) {
                unmapped.add(cells.get(i));
            }
        }
        return unmapped;
    }

    /** Columns that exports and answers of the API have and nobody enters: computed ones, system columns, titles. */
    private boolean isOurs(String heading) {
        String name = heading.strip();
        return name.isEmpty()
                || name.startsWith("_")
                || name.indexOf('$') > 0
                || type.path(name).filter(Column::isComputed).isPresent();
    }

    private static String key(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }

    private static String letters(String heading) {
        return heading.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
