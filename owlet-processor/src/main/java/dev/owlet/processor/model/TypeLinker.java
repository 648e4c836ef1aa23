package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives names of types their meaning. Shapes are linked when they are first used, so that they come in order of use. */
final class TypeLinker {
    /** A shape in a shape in a shape; more is a mistake, and generated code nests as deep. */
    private static final int MAX_SHAPES_IN_SHAPES = 8;

    private final Declarations declarations;
    private final Problems problems;
    private final ScalarTypes scalars;
    private final Map<String, Optional<Shape>> shapes = new LinkedHashMap<>();
    private final List<String> inside = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();

    TypeLinker(Declarations declarations, Problems problems) {
        this.declarations = declarations;
        this.problems = problems;
        this.scalars = new ScalarTypes(problems);
    }

    /** The type with its list, when it has one; empty after a problem. */
    Optional<FieldType> link(TypeElement element) {
        Optional<FieldType> type = single(element);
        return element.list() ? type.map(FieldType.ListOf::new) : type;
    }

    ScalarTypes scalars() {
        return scalars;
    }

    /** All shapes, each behind those it uses. */
    List<Shape> shapes() {
        declarations.shapes.keySet().forEach(this::shape);
        return shapes.values().stream().flatMap(Optional::stream).toList();
    }

    private Optional<FieldType> single(TypeElement element) {
        String name = element.name();
        if (element.reference()) {
            return reference(element);
        }
        if (ScalarTypes.NAMES.contains(name)) {
            return scalars.link(element);
        }
        element.arguments()
                .ifPresent(a -> problems.add(
                        element.at(),
                        ProblemCode.TYPE_FORM,
                        "%s takes no arguments".formatted(name),
                        "Remove the parentheses"));
        if (declarations.enums.containsKey(name)) {
            return Optional.of(new FieldType.EnumOf(declarations.enums.get(name)));
        }
        if (declarations.shapes.containsKey(name)) {
            return useShape(element);
        }
        return unknown(element);
    }

    private Optional<FieldType> unknown(TypeElement element) {
        String name = element.name();
        boolean concept = declarations.concepts.containsKey(name);
        problems.add(
                element.at(),
                ProblemCode.UNKNOWN_TYPE,
                concept
                        ? "%s is a concept; a field refers to it by an arrow".formatted(name)
                        : "There is no type %s".formatted(Quote.of(name)),
                concept
                        ? "Write -> " + name
                        : Suggestion.cure(
                                name,
                                declarations.typeNames(),
                                "Use a type of the language, or declare an enum or a shape"));
        return Optional.empty();
    }

    private Optional<FieldType> useShape(TypeElement element) {
        if (inside.contains(element.name())) {
            problems.add(
                    element.at(),
                    ProblemCode.RECURSIVE_SHAPE,
                    "The shape %s would hold itself".formatted(element.name()),
                    "Make it a concept with a key, and refer to it");
            return Optional.empty();
        }
        if (inside.size() >= MAX_SHAPES_IN_SHAPES) {
            problems.add(
                    element.at(),
                    ProblemCode.TOO_DEEP,
                    "Shapes lie more than %d deep in each other".formatted(MAX_SHAPES_IN_SHAPES),
                    "Make one of them a concept, and refer to it");
            return Optional.empty();
        }
        return shape(element.name()).map(FieldType.ShapeOf::new);
    }

    private Optional<Shape> shape(String name) {
        Optional<Shape> known = shapes.get(name);
        if (known != null) {
            return known;
        }
        inside.add(name);
        ShapeElement element = declarations.shapes.get(name);
        FieldLinker linker = new FieldLinker(this, problems);
        List<Field> fields = element.fields().stream()
                .flatMap(f -> linker.linkInShape(f).stream())
                .toList();
        inside.remove(inside.size() - 1);
        Optional<Shape> shape = fields.size() == element.fields().size()
                ? Optional.of(new Shape(
                        name,
                        English.title(name),
                        element.comment(),
                        fields,
                        element.name().at()))
                : Optional.empty();
        shapes.put(name, shape);
        return shape;
    }

    private Optional<FieldType> reference(TypeElement element) {
        String name = element.name();
        if (element.arguments().isPresent()) {
            problems.add(element.at(), ProblemCode.TYPE_FORM, "A reference takes no arguments", "Remove them");
        }
        if (!declarations.concepts.containsKey(name)) {
            problems.add(
                    element.at(),
                    ProblemCode.UNKNOWN_CONCEPT,
                    "There is no concept %s".formatted(Quote.of(name)),
                    Suggestion.cure(
                            name,
                            declarations.concepts.keySet(),
                            "Declare it below concepts; enums and shapes are used without an arrow"));
            return Optional.empty();
        }
        return keyType(element).map(key -> new FieldType.Reference(name, key));
    }

    /** The type of the key of the concept referred to; follows keys that are references themselves. */
    private Optional<FieldType> keyType(TypeElement element) {
        Set<String> seen = new HashSet<>();
        TypeElement next = element;
        while (next.reference()) {
            ConceptElement concept = declarations.concepts.get(next.name());
            if (concept == null || !seen.add(next.name())) {
                return Optional.empty();
            }
            if (concept.key().size() > 1) {
                composite(element, concept);
                return Optional.empty();
            }
            Optional<TypeElement> key = concept.key().stream()
                    .findFirst()
                    .flatMap(k -> concept.field(k.text()))
                    .flatMap(FieldElement::type);
            if (key.isEmpty() || key.get().list()) {
                return Optional.empty();
            }
            next = key.get();
        }
        return ScalarTypes.NAMES.contains(next.name()) || declarations.enums.containsKey(next.name())
                ? silently(next)
                : Optional.empty();
    }

    /** The key's own problems are reported where the key is declared. */
    private Optional<FieldType> silently(TypeElement key) {
        return new TypeLinker(declarations, new Problems()).single(key);
    }

    private void composite(TypeElement element, ConceptElement concept) {
        if (reported.add(concept.name().text() + element.at())) {
            problems.add(
                    element.at(),
                    ProblemCode.BAD_REFERENCE,
                    "%s has a key of several fields and cannot be referred to"
                            .formatted(concept.name().text()),
                    "Give it a key of one field, such as id: uuid = new, and make the other fields unique together");
        }
    }
}
