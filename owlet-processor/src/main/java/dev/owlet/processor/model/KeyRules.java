package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import java.util.List;

/** Reads {@code key:} and holds its fields to what a key needs. */
record KeyRules(ConceptElement element, FieldNames fields, Problems problems) {
    private static final int MAX_FIELDS = 8;

    /** Names of the key's fields. */
    List<String> key() {
        List<Written> names = element.key();
        if (names.isEmpty()
                && element.section().get("key").isEmpty()
                && element.section().isGiven()) {
            problems.add(
                    element.name().at(),
                    ProblemCode.MISSING_KEY,
                    "The concept has no key",
                    "Add key: and the field that tells rows apart; without one add id: uuid = new");
        }
        if (names.size() > MAX_FIELDS) {
            bad(names.get(MAX_FIELDS), "A key has at most %s fields".formatted(MAX_FIELDS), "Use id: uuid = new");
        }
        List<Field> key = fields.findAll(names, ProblemCode.BAD_KEY);
        for (Field field : key) {
            names.stream()
                    .filter(n -> n.text().equals(field.name()))
                    .findFirst()
                    .ifPresent(n -> check(field, n));
        }
        return key.stream().map(Field::name).toList();
    }

    private void check(Field field, Written at) {
        if (!Kind.isIdentifying(field.type())) {
            bad(
                    at,
                    "%s cannot be a key: its type is %s".formatted(field.name(), Kind.name(field.type())),
                    "Use a text, number, date, uuid, enum or reference");
        } else if (!field.isEntered()) {
            bad(at, "%s is computed and cannot be a key".formatted(field.name()), "Use a field that is entered");
        } else if (field.optional()) {
            bad(at, "%s may be absent and cannot be a key".formatted(field.name()), "Remove the ? behind its type");
        }
    }

    private void bad(Written at, String message, String cure) {
        problems.add(at.at(), ProblemCode.BAD_KEY, message, cure);
    }
}
