package dev.owlet.processor.model;

import dev.owlet.processor.model.Concept.Operation;
import dev.owlet.processor.source.MapNode;
import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.Suggestion;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code access:}. A group that is not named keeps its default. */
final class AccessReader {
    private static final List<String> GROUPS = List.of("reader", "editor", "admin");
    private static final List<String> RIGHTS = List.of("create", "read", "update", "delete", "all", "none");

    private final Problems problems;

    AccessReader(Problems problems) {
        this.problems = problems;
    }

    /** What each group may do, in the order reader, editor, admin. */
    Map<String, Set<Operation>> read(Section concept) {
        Map<String, Set<Operation>> access = new LinkedHashMap<>();
        access.put("reader", Collections.unmodifiableSet(EnumSet.of(Operation.READ)));
        access.put("editor", Collections.unmodifiableSet(EnumSet.allOf(Operation.class)));
        access.put("admin", Collections.unmodifiableSet(EnumSet.allOf(Operation.class)));
        for (MapNode.Entry entry : concept.entries("access")) {
            String group = entry.key().text();
            if (GROUPS.contains(group)) {
                access.put(group, rights(concept.wordsOf(entry.value(), Quote.of(group))));
            } else {
                bad(entry.key().at(), "There is no group " + Quote.of(group), group, GROUPS);
            }
        }
        return Collections.unmodifiableMap(access);
    }

    private Set<Operation> rights(List<Written> words) {
        Set<Operation> rights = EnumSet.noneOf(Operation.class);
        for (Written word : words) {
            if (!RIGHTS.contains(word.text())) {
                bad(word.at(), "There is no right " + Quote.of(word.text()), word.text(), RIGHTS);
            } else if (word.text().equals("all")) {
                rights.addAll(EnumSet.allOf(Operation.class));
            } else if (!word.text().equals("none")) {
                rights.add(Operation.valueOf(word.text().toUpperCase(Locale.ROOT)));
            }
        }
        return Collections.unmodifiableSet(rights);
    }

    private void bad(Position at, String message, String word, List<String> known) {
        problems.add(
                at,
                ProblemCode.BAD_ACCESS,
                message,
                Suggestion.cure(word, known, "There are: " + String.join(", ", known)));
    }
}
