package dev.owlet.runtime.api;

import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity tags in {@code If-Match} and {@code If-None-Match} (RFC 9110, sections 8.8.3 and 13.1). */
final class Tags {
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")\\s*(?:,|$)");

    private Tags() {}

    /**
     * The tag that a row must have to be changed; empty when any will do. Of several tags the row's own is chosen.
     *
     * @param current the row's tag, if there is a row
     */
    static Optional<String> ifMatch(Request request, Optional<String> current) {
        Optional<String> header = request.header("if-match").map(String::strip);
        if (header.isEmpty() || header.get().equals("*")) {
            return Optional.empty();
        }
        List<String> tags = parse(header.get(), false);
        return Optional.of(current.filter(tags::contains).orElse(tags.isEmpty() ? "\"\"" : tags.get(0)));
    }

    /** Whether the caller has this version already. */
    static boolean noneMatch(Request request, String current) {
        String header = request.header("if-none-match").map(String::strip).orElse("");
        return header.equals("*") || (!header.isEmpty() && parse(header, true).contains(current));
    }

    /** @param weak whether weak tags count: in a comparison for caching they do, for changes they never match */
    private static List<String> parse(String header, boolean weak) {
        List<String> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(header);
        int end = 0;
        while (end < header.length() && matcher.find(end) && matcher.start() == end) {
            if (weak || matcher.group(1) == null) {
                tags.add(matcher.group(2));
            }
            end = matcher.end();
        }
        if (end < header.length()) {
            throw new ProblemException(400, "An entity tag stands in double quotes, as the ETag header gave it.");
        }
        return tags;
    }
}
