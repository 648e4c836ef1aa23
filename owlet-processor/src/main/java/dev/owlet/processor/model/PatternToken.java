package dev.owlet.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a regular expression. */
record PatternToken(Kind kind, String text) {
    enum Kind {
        ESCAPE,
        CLASS,
        OPEN,
        CLOSE,
        OR,
        QUANTIFIER,
        CHARACTER
    }

    private static final Pattern TOKEN = Pattern.compile(
            "(?<ESCAPE>\\\\(?:[pP]\\{[^}]*}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.))"
                    + "|(?<CLASS>\\[\\^?(?:\\\\.|[^\\]\\\\])*])"
                    + "|(?<OPEN>\\((?:\\?(?:[:=!>]|<[=!]|<\\w+>|[a-zA-Z-]*[:)]))?)"
                    + "|(?<CLOSE>\\))"
                    + "|(?<OR>\\|)"
                    + "|(?<QUANTIFIER>(?:[*+?]|\\{\\d+(?:,\\d*)?})[+?]?)"
                    + "|(?<CHARACTER>.)",
            Pattern.DOTALL);

    /** The pieces of a pattern that Java takes. */
    static List<PatternToken> of(String pattern) {
        List<PatternToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(pattern);
        while (matcher.find()) {
            for (Kind kind : Kind.values()) {
                if (matcher.group(kind.name()) != null) {
                    tokens.add(new PatternToken(kind, matcher.group()));
                    break;
                }
            }
        }
        return tokens;
    }

    /** Whether this repeats what stands before it without an upper bound. */
    boolean isUnbounded() {
        return kind == Kind.QUANTIFIER && (text.startsWith("*") || text.startsWith("+") || text.contains(",}"));
    }

    /** Whether what stands before this may be absent. */
    boolean isZero() {
        return kind == Kind.QUANTIFIER && (text.startsWith("*") || text.startsWith("?") || text.startsWith("{0"));
    }
}
