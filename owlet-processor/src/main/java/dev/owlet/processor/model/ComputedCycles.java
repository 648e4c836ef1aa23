package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds computed fields that need their own value, by themselves or around several corners. */
record ComputedCycles(Map<String, Field> fields, Problems problems) {

    void report() {
        for (Field field : fields.values()) {
            if (field.computed().isPresent() && reaches(field, field.name(), new HashSet<>())) {
                problems.add(
                        field.at(),
                        ProblemCode.COMPUTED_CYCLE,
                        "The computed field %s needs its own value".formatted(field.name()),
                        "Let it depend on other fields only");
            }
        }
    }

    private boolean reaches(Field from, String target, Set<String> seen) {
        for (String name : from.computed().map(FieldsOf::names).orElse(Set.of())) {
            Field next = fields.get(name);
            if (name.equals(target) || next != null && seen.add(name) && reaches(next, target, seen)) {
                return true;
            }
        }
        return false;
    }
}
