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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the field of each heading of a file: by the concept's headings, then by names, then by former names, all without
 * case; at last by letters and digits alone ({@code Seen at} is {@code seen_at}). A field takes the first heading that is
 * its own; a second one is not read.
 */
final class Header<T> {
    private final RowType<T> type;
    /** Fields by the texts that stand for them, the surest first. */
    private final List<Tier> tiers;

    private static final int MAX_SHOWN = 8;
    private static final int MAX_SHOWN_TEXT = 120;

    Header(RowType<T> type, Map<Column<T, ?>, String> headings) {
        this.type = type;
        Tier model = new Tier(Header::key);
        Tier names = new Tier(Header::key);
        Tier former = new Tier(Header::key);
        Tier letters = new Tier(Header::letters);
        headings.forEach((column, heading) -> model.add(heading, column));
        for (Column<T, ?> column : Paths.readable(type)) {
            names.add(column.name(), column);
            letters.add(column.name(), column);
            column.was().forEach(name -> former.add(name, column));
        }
        tiers = List.of(model, names, former, letters);
    }

    /** What stands for a field among one kind of texts; a text that stands for two stands for none. */
    private record Tier(UnaryOperator<String> key, Map<String, String> paths, Set<String> ambiguous) {
        Tier(UnaryOperator<String> key) {
            this(key, new HashMap<>(), new HashSet<>());
        }

        void add(String text, Column<?, ?> column) {
            String before = paths.putIfAbsent(key.apply(text), column.name());
            if (before != null && !before.equals(column.name())) {
                ambiguous.add(key.apply(text));
            }
        }

        @Nullable
        String path(String cell) {
            String text = key.apply(cell);
            return ambiguous.contains(text) ? null : paths.get(text);
        }
    }

    /** The field that a heading stands for by the surest of its meanings; null when it stands for none. */
    @Nullable
    String path(String heading) {
        for (Tier tier : tiers) {
            String path = tier.path(heading);
            if (path != null) {
                return path;
            }
        }
        return null;
    }

    /** Number of cells that are headings of fields. */
    long recognised(List<String> cells) {
        return cells.stream().filter(cell -> path(cell) != null).count();
    }

    /**
     * Where each field stands.
     *
     * @throws UnreadableFileException when no heading is a field's
     */
    Layout map(List<String> cells) {
        Map<String, Integer> cellOf = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Tier tier : tiers) {
            for (int i = 0; i < cells.size(); i++) {
                String path = tier.path(cells.get(i));
                if (path != null && !taken.contains(i) && cellOf.putIfAbsent(path, i) == null) {
                    taken.add(i);
                }
            }
        }
        if (cellOf.isEmpty()) {
            throw new UnreadableFileException("No heading of the file is a field of " + type.name() + ", which has "
                    + Paths.entered(type).stream().map(Column::name).collect(Collectors.joining(", "))
                    + ". The file begins with " + beginning(cells) + ".");
        }
        return new Layout(cellOf, cells.size(), mapped(cellOf, cells), unmapped(taken, cells));
    }

    /** Enough for people to know their file again. */
    private static String beginning(List<String> cells) {
        String text = cells.stream().limit(MAX_SHOWN).map(String::strip).collect(Collectors.joining(", "));
        String cut = text.length() <= MAX_SHOWN_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN_TEXT / 2)) + "…";
        return cut.replaceAll("\\p{Cntrl}", " ");
    }

    private static Map<String, String> mapped(Map<String, Integer> cellOf, List<String> cells) {
        Map<String, String> mapped = new LinkedHashMap<>();
        cellOf.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> mapped.put(cells.get(entry.getValue()), entry.getKey()));
        return mapped;
    }

    private List<String> unmapped(Set<Integer> taken, List<String> cells) {
        List<String> unmapped = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!taken.contains(i) && !isOurs(cells.get(i))) {
                unmapped.add(cells.get(i));
            }
        }
        return unmapped;
    }

    /** Columns that exports and answers of the API have and nobody enters: computed ones, system columns, titles. */
    boolean isOurs(String heading) {
        String name = heading.strip();
        return name.isEmpty()
                || name.startsWith("_")
                || name.indexOf('$') > 0
                || type.path(name).filter(Column::isComputed).isPresent();
    }

    static String key(String heading) {
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
