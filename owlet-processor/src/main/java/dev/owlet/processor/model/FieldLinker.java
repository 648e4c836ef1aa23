package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives a field its meaning and checks that its parts fit its type. Computed fields get their expression later. */
final class FieldLinker {
    private static final Set<Part> NOT_IN_SHAPES = Set.of(Part.COMPUTED, Part.UNIQUE, Part.SEARCH);

    private final TypeLinker types;
    private final Problems problems;
    private final NameRules names;

    FieldLinker(TypeLinker types, Problems problems) {
        this.types = types;
        this.problems = problems;
        this.names = new NameRules(problems);
    }

    /** The field; empty when its type is unknown, which is then reported. */
    Optional<Field> link(FieldElement element) {
        Parts parts = element.parts();
        return element.type()
                .flatMap(type -> types.link(type)
                        .flatMap(linked -> withLengths(type, linked, parts))
                        .map(linked -> field(element, linked, parts)));
    }

    /** A field of a shape; there some parts would have no effect and are refused. */
    Optional<Field> linkInShape(FieldElement element) {
        for (Part part : NOT_IN_SHAPES) {
            element.parts()
                    .get(part)
                    .ifPresent(w -> misplaced(
                            w, "A field of a shape takes no " + part.key(), "Move it to a field of the concept"));
        }
        for (Written was : element.parts().was()) {
            misplaced(was, "A field of a shape cannot be renamed", "Add a new field instead");
        }
        element.type()
                .filter(TypeElement::reference)
                .ifPresent(type -> problems.add(
                        type.at(),
                        ProblemCode.BAD_REFERENCE,
                        "A field of a shape cannot refer to a concept",
                        "Refer to it from a field of the concept; only there references are held"));
        return link(element);
    }

    private Optional<FieldType> withLengths(TypeElement element, FieldType type, Parts parts) {
        Optional<Integer> min = type instanceof FieldType.Text ? count(parts, Part.MIN) : Optional.empty();
        Optional<Integer> max = type instanceof FieldType.Text ? count(parts, Part.MAX) : Optional.empty();
        if (min.isEmpty() && max.isEmpty()) {
            return Optional.of(type);
        }
        if (element.arguments().isPresent()) {
            misplaced(
                    parts.get(Part.MIN).or(() -> parts.get(Part.MAX)).orElseThrow(),
                    "The length is given twice",
                    "Write it behind the type only");
        }
        return types.scalars().lengths(element, min, max);
    }

    private Field field(FieldElement element, FieldType type, Parts parts) {
        Range range = Range.link(parts, type, problems);
        refuseItems(parts, type);
        Optional<Integer> minItems = Kind.isList(type) ? count(parts, Part.MIN) : Optional.empty();
        Optional<Integer> maxItems = Kind.isList(type) ? count(parts, Part.MAX) : Optional.empty();
        checkItems(parts, minItems, maxItems);
        Optional<String> pattern = parts.get(Part.PATTERN).flatMap(w -> pattern(w, type));
        Constraints constraints = new Constraints(type, range, minItems, pattern, problems);
        return new Field(
                element.name().text(),
                parts.get(Part.LABEL)
                        .map(Written::text)
                        .orElseGet(() -> English.title(element.name().text())),
                type,
                parts.has(Part.OPTIONAL),
                range.min(),
                range.max(),
                minItems,
                maxItems,
                pattern,
                parts.get(Part.DEFAULT).flatMap(constraints::defaultValue),
                Optional.empty(),
                flag(parts, Part.UNIQUE, Kind.isIdentifying(type), "%s cannot be unique", type),
                flag(parts, Part.SEARCH, Kind.isText(Kind.value(type)), "Only texts are searched, not %s", type),
                parts.has(Part.PII),
                parts.was().stream().filter(names::was).map(Written::text).toList(),
                parts.get(Part.UNIT).filter(w -> unit(w, type)).map(Written::text),
                parts.get(Part.EXAMPLE).filter(constraints::example).map(Written::text),
                element.description(),
                element.name().at());
    }

    private boolean flag(Parts parts, Part part, boolean fits, String message, FieldType type) {
        if (parts.has(part) && !fits) {
            misplaced(
                    parts.get(part).orElseThrow(), message.formatted(Kind.name(type)), "Remove the word " + part.key());
        }
        return parts.has(part) && fits;
    }

    private boolean unit(Written unit, FieldType type) {
        boolean fits = Kind.isNumber(Kind.value(type));
        if (!fits) {
            misplaced(unit, "%s has no unit".formatted(Kind.name(type)), "Only numbers have units");
        }
        return fits;
    }

    private Optional<String> pattern(Written pattern, FieldType type) {
        FieldType value = Kind.value(type);
        if (!Kind.isText(value) || value instanceof FieldType.Markdown) {
            misplaced(pattern, "%s takes no pattern".formatted(Kind.name(value)), "Only text, email and url take one");
            return Optional.empty();
        }
        return PatternRules.check(pattern, problems) ? Optional.of(pattern.text()) : Optional.empty();
    }

    private void refuseItems(Parts parts, FieldType type) {
        if (Kind.isList(type) || Kind.isNumber(type) || Kind.isTime(type) || type instanceof FieldType.Text) {
            return;
        }
        for (Part part : List.of(Part.MIN, Part.MAX)) {
            parts.get(part)
                    .ifPresent(w -> misplaced(
                            w,
                            "%s has no %s".formatted(Kind.name(type), part.key()),
                            "Lists, numbers, dates and texts have one"));
        }
    }

    private void checkItems(Parts parts, Optional<Integer> min, Optional<Integer> max) {
        if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
            problems.add(
                    parts.get(Part.MAX).orElseThrow().at(),
                    ProblemCode.EMPTY_RANGE,
                    "No list has at least %s and at most %s items".formatted(min.get(), max.get()),
                    "Write the smaller number behind min");
        }
    }

    private Optional<Integer> count(Parts parts, Part part) {
        return parts.get(part).flatMap(written -> {
            if (written.text().matches("\\d{1,7}")) {
                return Optional.of(Integer.valueOf(written.text()));
            }
            problems.add(
                    written.at(),
                    ProblemCode.BAD_LITERAL,
                    "%s is no count".formatted(Quote.of(written.text())),
                    "Write a whole number, such as 4");
            return Optional.empty();
        });
    }

    private void misplaced(Written at, String message, String cure) {
        problems.add(at.at(), ProblemCode.MISPLACED_MODIFIER, message, cure);
    }
}
