package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of one field while it is read; each stands once. */
final class Parts {
    private final Map<Part, Written> parts = new EnumMap<>(Part.class);
    private final List<Written> was = new ArrayList<>();
    private final Problems problems;

    Parts(Problems problems) {
        this.problems = problems;
    }

    void put(Part part, Written value) {
        if (parts.putIfAbsent(part, value) != null) {
            problems.add(
                    value.at(),
                    ProblemCode.REPEATED_MODIFIER,
                    "The field has two values for %s".formatted(part.key()),
                    "Remove one");
        }
    }

    void addWas(Written name) {
        was.add(name);
    }

    Optional<Written> get(Part part) {
        return Optional.ofNullable(parts.get(part));
    }

    boolean has(Part part) {
        return parts.containsKey(part);
    }

    List<Written> was() {
        return was;
    }
}
