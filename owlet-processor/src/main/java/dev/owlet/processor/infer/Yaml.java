package dev.owlet.processor.infer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Text as a YAML double-quoted scalar: a JSON string is one (YAML 1.2, section 7.3.1). */
final class Yaml {
    private static final int LONGEST = 40;

    private Yaml() {}

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : JsonStringEncoder.getInstance().quoteAsString(text)) {
            if (isInvisible(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** JSON lets these stand; YAML reads them as line breaks, or the model's reader refuses them. */
    private static boolean isInvisible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> true;
            default -> c == '\uFFFE' || c == '\uFFFF';
        };
    }

    /** Whether a model can say it: the model's reader refuses what nobody can see. */
    static boolean isVisible(String text) {
        return text.chars().noneMatch(c -> isInvisible((char) c));
    }

    /** Quoted and cut, for a comment. */
    static String excerpt(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return quote(end < text.length() ? text.substring(0, end) + "…" : text);
    }
}
