package dev.owlet.processor.source;

/** Words of the file in messages: short, on one line, however they were written. */
public final class Quote {
    private static final int MAX_LENGTH = 60;

    private Quote() {}

    /** The text in double quotes, shortened, line ends and control characters replaced. */
    public static String of(String text) {
        String line = text.codePoints()
                .map(c -> SourceText.isText(c) && c != '\n' && c != '\t' ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int length = line.codePointCount(0, line.length());
        return '"'
                + (length <= MAX_LENGTH ? line : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH)) + "…")
                + '"';
    }
}
