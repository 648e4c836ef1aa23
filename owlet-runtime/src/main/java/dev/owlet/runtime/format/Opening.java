package dev.owlet.runtime.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a file before its rows are looked at.
 *
 * @param name of the file itself, without what was around it
 * @param wrapped what was around it, the outermost first
 * @param part the file within a zip file
 */
record Opening(String name, List<String> wrapped, Optional<String> part, List<String> assumed) {
    static Opening of(String name) {
        return new Opening(name, List.of(), Optional.empty(), List.of());
    }

    /** Within one more thing. */
    Opening within(String wrapper, String innerName, Optional<String> innerPart) {
        List<String> all = new ArrayList<>(wrapped);
        all.add(wrapper);
        return new Opening(innerName, all, innerPart.or(() -> part), assumed);
    }

    /** All that was assumed, and one thing more. */
    List<String> assuming(Optional<String> sentence) {
        List<String> all = new ArrayList<>(assumed);
        sentence.ifPresent(all::add);
        return all;
    }

    /** All that was assumed, and which fields no column is though every row needs them. */
    List<String> lacking(List<String> fields) {
        return assuming(Optional.of(fields)
                .filter(some -> !some.isEmpty())
                .map(some -> "No column is " + String.join(", ", some) + "; every row needs "
                        + (some.size() == 1 ? "it." : "them.")));
    }

    boolean endsWith(String... endings) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (lower.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
