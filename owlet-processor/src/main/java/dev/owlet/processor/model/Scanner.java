package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.ScalarNode;

/** Cuts the short form of a field into words, texts in quotes and patterns, and knows the place of each. */
final class Scanner {
    private final ScalarNode node;
    private final String text;
    private int at;

    Scanner(ScalarNode node) {
        this.node = node;
        this.text = node.text();
    }

    /** Goes to the next word; false at the end. */
    boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    void skip(int length) {
        at += length;
    }

    String rest() {
        return text.substring(at);
    }

    Position position() {
        return node.at(at);
    }

    /** The place of {@code word.text().charAt(offset)} for the word taken last. */
    Position positionBefore(Written word, int offset) {
        return node.at(at - word.text().length() + offset);
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    /** Takes {@code prefix} when it comes next. */
    boolean take(String prefix) {
        boolean next = startsWith(prefix);
        at += next ? prefix.length() : 0;
        return next;
    }

    Written takeRest() {
        Position start = position();
        String rest = rest().stripTrailing();
        at = text.length();
        return new Written(rest, false, start);
    }

    /** A word up to the next space, or a text in single or double quotes, in which a backslash escapes. */
    Written takeValue() {
        char first = text.charAt(at);
        return first == '"' || first == '\'' ? takeQuoted(first) : takeWord();
    }

    private Written takeWord() {
        Position start = position();
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return new Written(text.substring(from, at), false, start);
    }

    private Written takeQuoted(char quote) {
        Position start = position();
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == quote) {
                at = i + 1;
                return new Written(value.toString(), true, start);
            }
            boolean escape = next == '\\' && i + 1 < text.length();
            value.append(escape ? text.charAt(++i) : next);
        }
        return takeWord();
    }

    /** A pattern between slashes, without them; a slash inside is escaped or stands in a class. Empty without an end. */
    Written takePattern() {
        Position start = position();
        boolean inClass = false;
        for (int i = at + 1; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '/' && !inClass) {
                Written pattern = new Written(text.substring(at + 1, i).replace("\\/", "/"), true, start);
                at = i + 1;
                return pattern;
            }
            i += next == '\\' ? 1 : 0;
            inClass = next == '[' || inClass && next != ']';
        }
        at = text.length();
        return new Written("", true, start);
    }
}
