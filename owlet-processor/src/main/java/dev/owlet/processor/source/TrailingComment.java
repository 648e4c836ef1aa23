package dev.owlet.processor.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comment that trails a value on its line. */
final class TrailingComment {
    /** YAML 1.2.2, section 6.6: a comment is set off by white space. The colon of a name or a comma may come first. */
    private static final Pattern REST = Pattern.compile("[ \\t]*[:,]?[ \\t]+#(?<comment>.*)");

    private TrailingComment() {}

    /** The comment of {@code line} behind {@code end}, when only a colon or a comma lies between; else empty. */
    static String behind(String line, Position end) {
        int length = line.codePointCount(0, line.length());
        String rest = line.substring(line.offsetByCodePoints(0, Math.min(end.column() - 1, length)));
        Matcher matcher = REST.matcher(rest);
        return matcher.matches() ? matcher.group("comment").strip() : "";
    }
}
