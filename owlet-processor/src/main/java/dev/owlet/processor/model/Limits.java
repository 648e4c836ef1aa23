package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import java.util.List;

/** How large a model may be, so that every target can hold what is made of it. */
final class Limits {
    static final int MAX_CONCEPTS = 1_000;

    /** A constructor takes 255 slots (JVMS 4.3.3), one of them {@code this}; a long or double takes two. */
    static final int MAX_FIELDS = 250;

    private static final int MAX_SLOTS = 254;

    private Limits() {}

    /** Whether it is worth while to go on. */
    static boolean check(Declarations declarations, Problems problems) {
        int before = problems.count();
        large(
                declarations.concepts.size(),
                "concepts",
                declarations.concepts.values().stream()
                        .map(ConceptElement::name)
                        .toList(),
                problems);
        large(
                declarations.shapes.size(),
                "shapes",
                declarations.shapes.values().stream().map(ShapeElement::name).toList(),
                problems);
        declarations.concepts.values().forEach(c -> fields(c.name(), c.fields(), problems));
        declarations.shapes.values().forEach(s -> fields(s.name(), s.fields(), problems));
        return problems.count() == before;
    }

    private static void large(int count, String what, List<Written> names, Problems problems) {
        if (count > MAX_CONCEPTS) {
            problems.add(
                    names.get(MAX_CONCEPTS).at(),
                    ProblemCode.MODEL_TOO_LARGE,
                    "The model has %s %s; %s are possible".formatted(count, what, MAX_CONCEPTS),
                    "Start a second project");
        }
    }

    private static void fields(Written owner, List<FieldElement> fields, Problems problems) {
        if (fields.size() > MAX_FIELDS) {
            problems.add(
                    owner.at(),
                    ProblemCode.MODEL_TOO_LARGE,
                    "%s has %s fields; %s are possible".formatted(owner.text(), fields.size(), MAX_FIELDS),
                    "Put fields that belong together into shapes, or fields that repeat into a concept of their own");
            return;
        }
        constructor(owner.text(), fields.stream().mapToInt(Limits::slots).sum(), owner.at(), problems);
    }

    /**
     * Whether the linked fields fit: what a reference takes is known only now.
     *
     * @param owner a concept
     */
    static void constructor(Concept owner, Problems problems) {
        int slots = owner.fields().stream()
                .filter(Field::isEntered)
                .mapToInt(f -> !f.optional() && isWide(f.type()) ? 2 : 1)
                .sum();
        constructor(owner.name(), slots, owner.at(), problems);
    }

    private static boolean isWide(FieldType type) {
        return type instanceof FieldType.Long
                || type instanceof FieldType.Double
                || (type instanceof FieldType.Reference reference && isWide(reference.keyType()));
    }

    private static void constructor(String owner, int slots, Position at, Problems problems) {
        if (slots > MAX_SLOTS) {
            problems.add(
                    at,
                    ProblemCode.MODEL_TOO_LARGE,
                    "The fields of %s take %s slots of a Java constructor; %s are possible"
                            .formatted(owner, slots, MAX_SLOTS),
                    "A required long or double takes two; put some fields into a shape");
        }
    }

    private static int slots(FieldElement field) {
        if (field.parts().has(Part.COMPUTED)) {
            return 0;
        }
        boolean wide = field.type()
                .filter(t -> !t.list() && !t.optional() && !t.reference())
                .filter(t -> t.name().equals("long") || t.name().equals("double"))
                .isPresent();
        return wide ? 2 : 1;
    }
}
