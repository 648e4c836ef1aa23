package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the fields that other parts of a concept name.
 *
 * @param declared all names, also of fields with problems of their own; those are not reported again
 * @param linked the sound fields by name
 */
record FieldNames(List<String> declared, Map<String, Field> linked, Problems problems) {

    /** The field; a name that is not declared is reported. */
    Optional<Field> find(Written name) {
        if (!declared.contains(name.text())) {
            problems.add(
                    name.at(),
                    ProblemCode.UNKNOWN_FIELD,
                    "There is no field %s".formatted(Quote.of(name.text())),
                    Suggestion.cure(name.text(), declared, "Use a field of this concept"));
        }
        return Optional.ofNullable(linked.get(name.text()));
    }

    /** The fields, in order; a name given twice is reported. */
    List<Field> findAll(List<Written> names, ProblemCode code) {
        List<Field> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Written name : names) {
            if (!seen.add(name.text())) {
                problems.add(name.at(), code, "%s stands here twice".formatted(Quote.of(name.text())), "Remove one");
            } else {
                find(name).ifPresent(fields::add);
            }
        }
        return fields;
    }
}
