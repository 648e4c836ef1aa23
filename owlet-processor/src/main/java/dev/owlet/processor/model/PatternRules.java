package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns run in Java, in browsers (ECMA-262) and in checks of JSON Schema, on text that strangers send. So only what
 * all of them understand alike is taken, and nothing that may run for ever.
 */
final class PatternRules {
    static final int MAX_LENGTH = 500;

    /** Escapes that mean the same everywhere; categories of Unicode by their short names. */
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:[dDwWsSbBtnrf]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\\{[A-Z][a-z]?}|[^A-Za-z0-9])");

    private static final Pattern ANY_ESCAPE =
            Pattern.compile("\\\\(?:[pP]\\{[^}]*}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)");

    private PatternRules() {}

    /** Whether the pattern can be used; reports it otherwise. */
    static boolean check(Written pattern, Problems problems) {
        String text = pattern.text();
        if (text.length() > MAX_LENGTH) {
            return bad(pattern, "The pattern is longer than %s characters".formatted(MAX_LENGTH), problems);
        }
        try {
            Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            String where = e.getIndex() >= 0 ? " at its character " + (e.getIndex() + 1) : "";
            return bad(pattern, "The pattern is not well formed: " + e.getDescription() + where, problems);
        }
        List<PatternToken> tokens = PatternToken.of(text);
        Optional<String> javaOnly =
                tokens.stream().flatMap(t -> javaOnly(t).stream()).findFirst();
        if (javaOnly.isPresent()) {
            return bad(pattern, "The pattern " + javaOnly.get() + ", which only Java understands so", problems);
        }
        if (SlowPattern.isSlow(tokens)) {
            problems.add(
                    pattern.at(),
                    ProblemCode.SLOW_PATTERN,
                    "The pattern repeats what already repeats, and may run for ever",
                    "Put a fixed character between the repetitions, such as ([a-z]+-)*[a-z]+");
            return false;
        }
        return true;
    }

    private static boolean bad(Written pattern, String message, Problems problems) {
        problems.add(pattern.at(), ProblemCode.BAD_PATTERN, message, "Use plain classes, groups and quantifiers");
        return false;
    }

    /** What Java takes and ECMA-262 does not, or takes for something else. */
    private static Optional<String> javaOnly(PatternToken token) {
        String text = token.text();
        return switch (token.kind()) {
            case ESCAPE -> escape(text);
            case CLASS -> inClass(text);
            case OPEN -> group(text);
            case QUANTIFIER ->
                text.length() > 1 && text.endsWith("+")
                        ? Optional.of("has the possessive quantifier " + text)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> escape(String text) {
        if (text.length() == 2 && Character.isDigit(text.charAt(1))) {
            return Optional.of("refers back to a group");
        }
        return ESCAPE.matcher(text).matches() ? Optional.empty() : Optional.of("has the escape " + text);
    }

    private static Optional<String> inClass(String text) {
        if (text.equals("[]") || text.equals("[^]")) {
            return Optional.of("has a bracket in a class without a backslash");
        }
        String plain = ANY_ESCAPE.matcher(text.substring(1)).replaceAll("");
        if (plain.indexOf('[') >= 0 || plain.contains("&&")) {
            return Optional.of("has a class in a class");
        }
        Matcher escapes = ANY_ESCAPE.matcher(text);
        while (escapes.find()) {
            Optional<String> problem = escape(escapes.group());
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> group(String text) {
        return switch (text) {
            case "(", "(?:", "(?=", "(?!" -> Optional.empty();
            case "(?>" -> Optional.of("has an atomic group");
            case "(?<=", "(?<!" -> Optional.of("looks behind");
            default -> Optional.of(text.startsWith("(?<") ? "names a group" : "sets flags");
        };
    }
}
