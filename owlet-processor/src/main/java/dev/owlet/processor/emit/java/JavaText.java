package dev.owlet.processor.emit.java;

import java.util.ArrayList;
import java.util.List;

/** Text of the model inside Java sources: in string literals, Javadoc and comments. Takes any text, however hostile. */
final class JavaText {
    /** A constant of the class file holds at most 65,535 bytes (JVMS, section 4.4.7), three of them a character. */
    private static final int MAX_LITERAL = 65_535 / 3;

    private JavaText() {}

    /** An expression of type String that yields {@code text}. */
    static String string(String text) {
        if (text.length() <= MAX_LITERAL) {
            return literal(text);
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < text.length(); i += MAX_LITERAL) {
            parts.add(literal(text.substring(i, Math.min(text.length(), i + MAX_LITERAL))));
        }
        return "new StringBuilder().append(" + String.join(").append(", parts) + ").toString()";
    }

    static String character(char c) {
        return c == '\'' ? "'\\''" : c == '"' ? "'\"'" : "'" + escape(c) + "'";
    }

    private static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> out.append(escape(c)));
        return out.append('"').toString();
    }

    private static String escape(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isPrintable(c) ? Character.toString(c) : unicodeEscape(c);
        };
    }

    private static String unicodeEscape(int c) {
        StringBuilder out = new StringBuilder();
        for (char unit : Character.toChars(c)) {
            out.append(String.format("\\u%04x", (int) unit));
        }
        return out.toString();
    }

    /** One line of Javadoc: neither HTML nor a tag nor a Unicode escape, and it cannot end the comment. */
    static String javadoc(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0, c; i < line.length(); i += Character.charCount(c)) {
            c = line.codePointAt(i);
            char before = i == 0 ? ' ' : line.charAt(i - 1);
            char after = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
            out.append(javadoc(c, before, after));
        }
        return out.toString();
    }

    private static String javadoc(int c, char before, char after) {
        boolean special = switch (c) {
            case '/' -> before == '*';
            case '\\' -> after == 'u' || after == '\\';
            case '@' -> !Character.isLetterOrDigit(before);
            default -> false;
        };
        if (special) {
            return "&#" + c + ";";
        }
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            default -> isPrintable(c) ? Character.toString(c) : " ";
        };
    }

    /** Text for an end-of-line comment. A backslash there could begin a Unicode escape. */
    static String comment(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(c == '\\' ? "/" : isPrintable(c) ? Character.toString(c) : " "));
        return out.toString();
    }

    /** Not control, format (bidirectional overrides are), surrogate, private, unassigned, or a line separator. */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
