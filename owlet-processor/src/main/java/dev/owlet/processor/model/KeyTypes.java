package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the type of the key of a concept referred to; follows keys that are references themselves. */
final class KeyTypes {
    private final Declarations declarations;
    private final Problems problems;
    private final Map<String, Optional<FieldType>> known = new HashMap<>();

    KeyTypes(Declarations declarations, Problems problems) {
        this.declarations = declarations;
        this.problems = problems;
    }

    /** The key's type; empty when there is none. What is wrong with the key itself is reported where it is declared. */
    Optional<FieldType> of(TypeElement reference) {
        Set<String> path = new LinkedHashSet<>();
        TypeElement next = reference;
        while (next.reference() && !known.containsKey(next.name())) {
            if (!path.add(next.name())) {
                bad(
                        reference,
                        "The key of %s leads back to itself".formatted(reference.name()),
                        "Give one of these concepts a key that is no reference, such as id: uuid = new");
                return Optional.empty();
            }
            Optional<TypeElement> key = keyOf(next.name(), reference);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            next = key.get();
        }
        Optional<FieldType> type = next.reference() ? known.get(next.name()) : scalar(next);
        path.forEach(name -> known.put(name, type));
        return type;
    }

    private Optional<TypeElement> keyOf(String name, TypeElement reference) {
        ConceptElement concept = declarations.concepts.get(name);
        if (concept == null) {
            return Optional.empty();
        }
        if (concept.key().size() > 1) {
            bad(
                    reference,
                    "%s has a key of several fields and cannot be referred to".formatted(name),
                    "Give it a key of one field, such as id: uuid = new, and make the other fields unique together");
            return Optional.empty();
        }
        return concept.key().stream()
                .findFirst()
                .flatMap(key -> concept.field(key.text()))
                .flatMap(FieldElement::type)
                .filter(type -> !type.list());
    }

    private Optional<FieldType> scalar(TypeElement key) {
        if (declarations.enums.containsKey(key.name())) {
            return Optional.of(new FieldType.EnumOf(declarations.enums.get(key.name())));
        }
        return ScalarTypes.NAMES.contains(key.name()) ? new ScalarTypes(new Problems()).link(key) : Optional.empty();
    }

    private void bad(TypeElement at, String message, String cure) {
        problems.add(at.at(), ProblemCode.BAD_REFERENCE, message, cure);
    }
}
