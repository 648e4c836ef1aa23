package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds defaults and examples of a field against its own constraints. */
record Constraints(
        FieldType type, Range range, Optional<Integer> minItems, Optional<String> pattern, Problems problems) {

    /** Links a default: a word of the language, or a value of the type. */
    Optional<Field.Default> defaultValue(Written written) {
        if (Kind.isList(type)) {
            return emptyList(written);
        }
        if (!written.quoted()) {
            Optional<Field.Default> word = word(written.text());
            if (word.isPresent()) {
                return word;
            }
        }
        return literal(written, "default") ? Optional.of(new Field.Default.Literal(written.text())) : Optional.empty();
    }

    private Optional<Field.Default> word(String text) {
        if (type instanceof FieldType.Uuid && text.equals("new")) {
            return Optional.of(new Field.Default.NewUuid());
        }
        if (type instanceof FieldType.Timestamp && text.equals("now")) {
            return Optional.of(new Field.Default.Now());
        }
        if (type instanceof FieldType.Date && text.equals("today")) {
            return Optional.of(new Field.Default.Today());
        }
        return Optional.empty();
    }

    private Optional<Field.Default> emptyList(Written written) {
        if (!written.is("[]")) {
            bad(written, "The only default of a list is []", "Write = [] or nothing");
            return Optional.empty();
        }
        if (minItems.orElse(0) > 0) {
            problems.add(
                    written.at(),
                    ProblemCode.OUT_OF_RANGE,
                    "The default has fewer items than the list must have",
                    "Remove the default");
        }
        return Optional.of(new Field.Default.EmptyList());
    }

    /** Whether an example is a value of the type, for a list of its items; reports it otherwise. */
    boolean example(Written written) {
        return literal(written, "example");
    }

    private boolean literal(Written written, String what) {
        FieldType value = Kind.value(type);
        String text = written.text();
        if (value instanceof FieldType.Json || value instanceof FieldType.File || value instanceof FieldType.ShapeOf) {
            bad(written, "%s has no %s".formatted(Kind.name(value), what), "Remove it");
            return false;
        }
        if (Literals.parse(value, text).isEmpty()) {
            bad(written, "The %s %s is no %s".formatted(what, Quote.of(text), Kind.name(value)), cure(value, text));
            return false;
        }
        boolean matches = pattern.isEmpty() || Pattern.matches(pattern.get(), text);
        if (!matches || !range.contains(value, text)) {
            problems.add(
                    written.at(),
                    ProblemCode.OUT_OF_RANGE,
                    "The %s %s %s"
                            .formatted(
                                    what,
                                    Quote.of(text),
                                    matches ? "lies outside the range" : "does not match the pattern"),
                    "Change one of the two");
            return false;
        }
        return true;
    }

    private static String cure(FieldType value, String text) {
        List<String> codes = value instanceof FieldType.EnumOf of
                ? of.type().values().stream().map(EnumType.Value::code).toList()
                : List.of();
        return Suggestion.cure(text, codes, Examples.cure(value));
    }

    private void bad(Written written, String message, String cure) {
        problems.add(written.at(), ProblemCode.BAD_LITERAL, message, cure);
    }
}
