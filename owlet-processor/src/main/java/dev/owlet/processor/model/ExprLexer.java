package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into names, values and signs. */
final class ExprLexer {
    /** What a piece of an expression is. */
    enum Kind {
        NAME,
        NUMBER,
        DATE,
        TIME,
        TIMESTAMP,
        TEXT,
        SIGN,
        END
    }

    /** @param text of a text without its quotes */
    record Token(Kind kind, String text, Position at) {
        boolean is(String word) {
            return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(word);
        }
    }

    private static final Pattern TOKEN =
            Pattern.compile("(?<timestamp>\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(?:Z|[+-]\\d\\d:\\d\\d))"
                    + "|(?<date>\\d{4}-\\d\\d-\\d\\d)"
                    + "|(?<time>\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,6})?)?)"
                    + "|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|(?<name>[A-Za-z][A-Za-z0-9_]*)"
                    + "|(?<text>\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+')"
                    + "|(?<sign>!=|<>|<=|>=|==|[=<>+\\-*/().,\\[\\]])");

    private ExprLexer() {}

    /**
     * The pieces, an end behind them. A character that begins none is reported.
     *
     * @param offsets gives the place of a character in the file
     */
    static List<Token> tokens(String text, IntFunction<Position> offsets, Problems problems) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                String found = Character.toString(text.codePointAt(at));
                problems.add(
                        offsets.apply(at),
                        ProblemCode.EXPRESSION_SYNTAX,
                        "%s has no meaning in an expression".formatted(Quote.of(found)),
                        "Use names, numbers, texts in quotes, and or not, = != < <= > >=, + - * /");
                break;
            }
            tokens.add(token(matcher, offsets.apply(at)));
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, "", offsets.apply(text.length())));
        return tokens;
    }

    private static Token token(Matcher matcher, Position at) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.END && matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                String text = matcher.group();
                return new Token(kind, kind == Kind.TEXT ? unquote(text) : text, at);
            }
        }
        throw new IllegalStateException(matcher.group());
    }

    private static String unquote(String text) {
        return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
