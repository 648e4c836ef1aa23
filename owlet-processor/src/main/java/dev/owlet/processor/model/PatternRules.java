package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns run in Java, in browsers (ECMA-262, flag u) and in checks of JSON Schema, on text that strangers send. So
 * only what all of them understand alike is taken, and nothing that may run for ever.
 */
final class PatternRules {
    static final int MAX_LENGTH = 500;

    /** What Java knows and ECMA-262 does not, or takes for something else. */
    private static final List<Refusal> JAVA_ONLY = List.of(
            refusal("\\(\\?<[=!]", "looks behind"),
            refusal("\\(\\?>", "has an atomic group"),
            refusal("\\(\\?[a-zA-Z-]", "sets flags"),
            refusal("\\(\\?<[A-Za-z]", "names a group"),
            refusal("(?<!\\\\)(?:\\\\\\\\)*[*+?}]\\+", "has a possessive quantifier"),
            refusal("(?<!\\\\)(?:\\\\\\\\)*\\\\[QEAZzGhHRXNakeCx0]", "has an escape of Java alone"),
            refusal("(?<!\\\\)(?:\\\\\\\\)*\\\\[1-9]", "refers back to a group"),
            refusal("\\\\[pP](?!\\{[A-Z][a-z]?\\})", "has a class of Java alone"),
            refusal("&&", "intersects classes"),
            refusal("(?<!\\\\)\\[\\^?\\]", "has an empty class"),
            refusal("(?<!\\\\)\\[[^\\]\\\\]*\\[", "has a class in a class"));

    /** @param what of the pattern, behind "The pattern" */
    private record Refusal(Pattern form, String what) {}

    private PatternRules() {}

    private static Refusal refusal(String form, String what) {
        return new Refusal(Pattern.compile(form), what);
    }

    /** Whether the pattern can be used; reports it otherwise. */
    static boolean check(Written pattern, Problems problems) {
        String text = pattern.text();
        if (text.length() > MAX_LENGTH) {
            return bad(pattern, "The pattern is longer than %d characters".formatted(MAX_LENGTH), problems);
        }
        try {
            Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            String where = e.getIndex() >= 0 ? " at its character " + (e.getIndex() + 1) : "";
            return bad(pattern, "The pattern is not well formed: " + e.getDescription() + where, problems);
        }
        for (Refusal refusal : JAVA_ONLY) {
            if (refusal.form().matcher(text).find()) {
                return bad(pattern, "The pattern " + refusal.what() + ", which browsers do not understand", problems);
            }
        }
        if (SlowPattern.isSlow(text)) {
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
}
