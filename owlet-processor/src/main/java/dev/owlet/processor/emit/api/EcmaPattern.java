package dev.owlet.processor.emit.api;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Patterns of the model, which Java matches, as JSON Schema wants them: ECMA-262, found anywhere unless anchored. What
 * means something else there, or nothing, is not translated: a wrong pattern is worse than none.
 */
final class EcmaPattern {
    /** Escapes, group kinds and quantifiers that Java alone has. */
    private static final Pattern JAVA_ONLY = Pattern.compile(String.join(
            "|",
            "\\\\[^dDwWsSbBtnrfvuxcpPk0-9.*+?()\\[\\]{}|^$/\\\\-]",
            "\\\\[0pP]",
            "\\\\x\\{",
            "\\(\\?(?![:=!<])",
            "[*+?}]\\+",
            "&&",
            "\\[[^\\]\\\\]*\\["));

    private EcmaPattern() {}

    /** @param pattern a Java pattern that the whole text must match */
    static Optional<String> of(String pattern) {
        return JAVA_ONLY.matcher(pattern).find() ? Optional.empty() : Optional.of("^(?:" + pattern + ")$");
    }
}
