package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gives names of types their meaning. Shapes are linked when they are first used, so that they come in order of use. */
final class TypeLinker {
    /** A shape in a shape in a shape; more is a mistake, and generated code nests as deep. */
    private static final int MAX_SHAPES_IN_SHAPES = 8;

    private final Declarations declarations;
    private final Problems problems;
    private final ScalarTypes scalars;
    private final KeyTypes keys;
    private final Map<String, Optional<Shape>> shapes = new LinkedHashMap<>();
    private final List<String> inside = new ArrayList<>();

    TypeLinker(Declarations declarations, Problems problems) {
        this.declarations = declarations;
        this.problems = problems;
        this.scalars = new ScalarTypes(problems);
        this.keys = new KeyTypes(declarations, problems);
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
        if (declarations.enums.containsKey(name)) {
            noArguments(element);
            return Optional.of(new FieldType.EnumOf(declarations.enums.get(name)));
        }
        if (declarations.shapes.containsKey(name)) {
            noArguments(element);
            return useShape(element);
        }
        return unknown(element);
    }

    private void noArguments(TypeElement element) {
        element.arguments()
                .ifPresent(a -> problems.add(
                        element.at(),
                        ProblemCode.TYPE_FORM,
                        "%s takes no arguments".formatted(element.name()),
                        "Remove the parentheses"));
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
                concept ? "Write -> " + name : Suggestion.cure(name, declarations.typeNames(), synonym(name)));
        return Optional.empty();
    }

    /** What other languages call the types of this one. */
    private static String synonym(String name) {
        String type = switch (name.toLowerCase(Locale.ROOT)) {
            case "string", "str", "varchar", "char" -> "text";
            case "integer", "int32", "short" -> "int";
            case "bigint", "int64" -> "long";
            case "boolean" -> "bool";
            case "float", "real" -> "double";
            case "number", "numeric", "money" -> "decimal(12,2)";
            case "datetime", "instant" -> "timestamp";
            case "uri", "link" -> "url";
            case "object", "map", "any" -> "json";
            default -> "";
        };
        return type.isEmpty()
                ? "Use a type of the language, or declare an enum or a shape"
                : "Did you mean " + type + "?";
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
                    "Shapes lie more than %s deep in each other".formatted(MAX_SHAPES_IN_SHAPES),
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
        return keys.of(element).map(key -> new FieldType.Reference(name, key));
    }
}
