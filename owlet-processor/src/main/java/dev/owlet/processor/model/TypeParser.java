package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a type: {@code [->] name [(arguments)] [[]] [?]}. */
final class TypeParser {
    private static final Pattern TYPE = Pattern.compile(
            "(?<arrow>->[ \\t]*)?(?<name>[^\\s(\\[\\]?)]+)(?<arguments>\\([^()]*\\))?(?<suffix>[^\\s]*)");

    private final Problems problems;

    TypeParser(Problems problems) {
        this.problems = problems;
    }

    /** How many characters at the start of {@code text} are its type. */
    static int length(String text) {
        Matcher matcher = TYPE.matcher(text);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    /** The type at the start of {@code text}; empty, with a problem, when there is none. */
    Optional<TypeElement> parse(String text, Position at) {
        Matcher matcher = TYPE.matcher(text);
        if (!matcher.lookingAt() || !Character.isLetter(matcher.group("name").charAt(0))) {
            problems.add(
                    at,
                    ProblemCode.TYPE_FORM,
                    "A type is missing before %s".formatted(Quote.of(text)),
                    "Begin with a type, such as text or int");
            return Optional.empty();
        }
        String suffix = matcher.group("suffix");
        if (!suffix.isEmpty() && !suffix.equals("?") && !suffix.equals("[]") && !suffix.equals("[]?")) {
            problems.add(at, ProblemCode.TYPE_FORM, badSuffix(matcher.group(), suffix), cure(suffix));
            return Optional.empty();
        }
        return Optional.of(new TypeElement(
                matcher.group("name"),
                matcher.group("arrow") != null,
                Optional.ofNullable(matcher.group("arguments")).map(a -> a.substring(1, a.length() - 1)),
                suffix.startsWith("[]"),
                suffix.endsWith("?"),
                at));
    }

    private static String badSuffix(String type, String suffix) {
        return switch (suffix) {
            case "?[]", "?[]?" -> "The items of a list cannot be absent";
            case "[][]", "[][]?" -> "Lists do not nest";
            default -> "%s is no type".formatted(Quote.of(type));
        };
    }

    private static String cure(String suffix) {
        return switch (suffix) {
            case "?[]", "?[]?" -> "Write []? when the list as a whole may be absent";
            case "[][]", "[][]?" -> "Declare a shape that holds the inner list";
            default -> "Behind a type may stand (arguments), [] for a list and ? for optional, in this order";
        };
    }
}
