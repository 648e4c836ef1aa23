package dev.owlet.processor.infer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the words that stand for nothing. A word counts where the rest of a column is numbers or dates, and when no
 * column of codes as long has it too: there {@code NA} is Namibia.
 */
final class Missing {
    private static final List<String> WORDS = List.of("NA", "N/A", "n/a", "NaN", "null", "NULL", "-", "\\N", "?");

    private Missing() {}

    static Set<String> find(Sheet sheet) {
        Set<String> clear = new LinkedHashSet<>();
        Set<String> doubtful = new TreeSet<>();
        for (int i = 0; i < sheet.headings().size(); i++) {
            Sheet.Heading heading = sheet.headings().get(i);
            Set<String> seen = new LinkedHashSet<>(sheet.column(i));
            seen.retainAll(WORDS);
            if (!seen.isEmpty()) {
                Set<String> missing = new LinkedHashSet<>(WORDS);
                missing.add("");
                Column rest = Column.of(heading, "", sheet.column(i), missing);
                if (rest.values().isEmpty() || !TypeGuesser.guess(rest).isText()) {
                    clear.addAll(seen);
                } else if (rest.shortest() == rest.longest()) {
                    seen.stream()
                            .filter(word -> word.length() == rest.longest())
                            .forEach(doubtful::add);
                }
            }
        }
        Set<String> found = new LinkedHashSet<>(List.of(""));
        WORDS.stream()
                .filter(word -> clear.contains(word) && !doubtful.contains(word))
                .forEach(found::add);
        return found;
    }
}
