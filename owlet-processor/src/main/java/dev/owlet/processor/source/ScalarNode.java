package dev.owlet.processor.source;

/**
 * A single value: a name, a number, a text.
 *
 * @param text the value, quotes and escapes resolved
 * @param plain whether it was written without quotes and is not a block of text
 * @param verbatim whether {@code text} stands in the file character by character, so that places inside it are known
 */
public record ScalarNode(String text, boolean plain, boolean verbatim, Position at, String comment) implements Node {

    /** Whether nothing was written: {@code name:} with nothing behind it, {@code ~} or {@code null}. */
    public boolean isNull() {
        return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    /** The place of {@code text.charAt(offset)} in the file; where that is not known, the place of the whole. */
    public Position at(int offset) {
        if (!verbatim) {
            return at;
        }
        int quote = plain ? 0 : 1;
        return new Position(at.line(), at.column() + quote + text.codePointCount(0, Math.min(offset, text.length())));
    }

    @Override
    public String kind() {
        return isNull() ? "nothing" : "a single value";
    }
}
