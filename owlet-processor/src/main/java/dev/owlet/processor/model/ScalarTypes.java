package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that every model has. */
final class ScalarTypes {
    static final List<String> NAMES = List.of(
            "bool",
            "int",
            "long",
            "double",
            "decimal",
            "text",
            "markdown",
            "email",
            "url",
            "uuid",
            "date",
            "time",
            "timestamp",
            "json",
            "file");

    /** The most digits that Parquet, Delta and every SQL dialect of ours hold. */
    private static final int MAX_PRECISION = 38;

    private static final int MAX_TEXT = 1_000_000;
    private static final Pattern DECIMAL = Pattern.compile("\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*");
    private static final Pattern LENGTH =
            Pattern.compile("\\s*(?:(?<min>\\d{1,7})?\\s*(?<dots>\\.\\.))?\\s*(?<max>\\d{1,7})?\\s*");

    private final Problems problems;

    ScalarTypes(Problems problems) {
        this.problems = problems;
    }

    /** The type of that name; empty when it is none of these or its arguments are wrong, which is then reported. */
    Optional<FieldType> link(TypeElement element) {
        return switch (element.name()) {
            case "decimal" -> decimal(element);
            case "text" -> text(element);
            default -> plain(element);
        };
    }

    private Optional<FieldType> plain(TypeElement element) {
        if (element.arguments().isPresent()) {
            form(element, "%s takes no arguments".formatted(element.name()), "Remove the parentheses");
        }
        return Optional.of(
                switch (element.name()) {
                    case "bool" -> new FieldType.Bool();
                    case "int" -> new FieldType.Int();
                    case "long" -> new FieldType.Long();
                    case "double" -> new FieldType.Double();
                    case "markdown" -> new FieldType.Markdown();
                    case "email" -> new FieldType.Email();
                    case "url" -> new FieldType.Url();
                    case "uuid" -> new FieldType.Uuid();
                    case "date" -> new FieldType.Date();
                    case "time" -> new FieldType.Time();
                    case "timestamp" -> new FieldType.Timestamp();
                    case "json" -> new FieldType.Json();
                    case "file" -> new FieldType.File();
                    default -> throw new IllegalArgumentException(element.name());
                });
    }

    private Optional<FieldType> decimal(TypeElement element) {
        Matcher matcher = DECIMAL.matcher(element.arguments().orElse(""));
        if (!matcher.matches()) {
            return form(element, "decimal needs its digits", "Write decimal(digits,places), such as decimal(12,2)");
        }
        int precision = Integer.parseInt(matcher.group(1));
        int scale = Integer.parseInt(matcher.group(2));
        if (precision < 1 || precision > MAX_PRECISION || scale > precision) {
            return form(
                    element,
                    "decimal(%s,%s) is not possible".formatted(precision, scale),
                    "Use 1 to 38 digits, of which at most all stand behind the point");
        }
        return Optional.of(new FieldType.Decimal(precision, scale));
    }

    private Optional<FieldType> text(TypeElement element) {
        if (element.arguments().isEmpty()) {
            return Optional.of(new FieldType.Text(Optional.empty(), Optional.empty()));
        }
        String arguments = element.arguments().get();
        Matcher matcher = LENGTH.matcher(arguments);
        if (!matcher.matches() || matcher.group("min") == null && matcher.group("max") == null) {
            return form(
                    element,
                    "%s is no length of a text".formatted(Quote.of(arguments)),
                    "Write text(max) or text(min..max), such as text(1..120)");
        }
        Optional<Integer> min = Optional.ofNullable(matcher.group("min")).map(Integer::valueOf);
        Optional<Integer> max = Optional.ofNullable(matcher.group("max")).map(Integer::valueOf);
        return lengths(element, min, max);
    }

    /** A text of these lengths; reports lengths that nothing has. */
    Optional<FieldType> lengths(TypeElement element, Optional<Integer> min, Optional<Integer> max) {
        if (max.isPresent() && (max.get() < 1 || max.get() > MAX_TEXT || min.orElse(0) > max.get())) {
            problems.add(
                    element.at(),
                    ProblemCode.EMPTY_RANGE,
                    "No text has a length of %s to %s".formatted(min.orElse(0), max.get()),
                    "Write the smaller number first; the largest length is 1,000,000");
            return Optional.empty();
        }
        return Optional.of(new FieldType.Text(min, max));
    }

    private Optional<FieldType> form(TypeElement element, String message, String cure) {
        problems.add(element.at(), ProblemCode.TYPE_FORM, message, cure);
        return Optional.empty();
    }
}
