package dev.owlet.processor.model;

import dev.owlet.processor.model.Concept.Partition;
import dev.owlet.processor.model.Concept.Partition.Transform;
import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code partition: year(seen_at)} or {@code partition: region}. */
final class PartitionReader {
    private static final Pattern FORM = Pattern.compile(
            "\\s*(?:(?<transform>year|month|day)\\s*\\(\\s*)?(?<field>[A-Za-z]\\w*)\\s*(?<end>\\))?\\s*");

    private final FieldNames fields;
    private final Problems problems;

    PartitionReader(FieldNames fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    Optional<Partition> read(ScalarNode node) {
        Matcher matcher = FORM.matcher(node.text());
        if (!matcher.matches() || (matcher.group("transform") == null) != (matcher.group("end") == null)) {
            problems.add(
                    node.at(),
                    ProblemCode.BAD_PARTITION,
                    "%s is no partition".formatted(Quote.of(node.text())),
                    "Write a field, or year(field), month(field) or day(field)");
            return Optional.empty();
        }
        Position at = node.at(matcher.start("field"));
        Optional<Transform> transform =
                Optional.ofNullable(matcher.group("transform")).map(t -> Transform.valueOf(t.toUpperCase(Locale.ROOT)));
        return fields.find(new Written(matcher.group("field"), false, at))
                .filter(field -> check(field, transform, at))
                .map(field -> new Partition(transform.orElse(Transform.IDENTITY), field.name(), node.at()));
    }

    private boolean check(Field field, Optional<Transform> transform, Position at) {
        boolean day = field.type() instanceof FieldType.Date || field.type() instanceof FieldType.Timestamp;
        if (transform.isPresent() && !day) {
            return bad(at, "%s has no year, month or day".formatted(field.name()), "Use a date or timestamp");
        }
        if (transform.isEmpty() && !isFolder(field.type())) {
            return bad(
                    at,
                    "%s has too many values to divide by".formatted(Kind.name(field.type())),
                    "Use an enum, bool, int, date, text or reference, or year(field) of a timestamp");
        }
        if (field.optional() || !field.isEntered()) {
            return bad(
                    at,
                    "%s may be absent or is computed, so it cannot divide the table".formatted(field.name()),
                    "Partition by a required field that is entered");
        }
        return true;
    }

    private static boolean isFolder(FieldType type) {
        FieldType value = type instanceof FieldType.Reference reference ? reference.keyType() : type;
        return List.of(
                        FieldType.EnumOf.class,
                        FieldType.Bool.class,
                        FieldType.Int.class,
                        FieldType.Long.class,
                        FieldType.Date.class,
                        FieldType.Text.class,
                        FieldType.Email.class)
                .contains(value.getClass());
    }

    private boolean bad(Position at, String message, String cure) {
        problems.add(at, ProblemCode.BAD_PARTITION, message, cure);
        return false;
    }
}
