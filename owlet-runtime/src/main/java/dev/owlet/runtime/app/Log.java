package dev.owlet.runtime.app;

import dev.owlet.runtime.http.Request;

/** One line on standard error, then the stack trace: what CloudWatch keeps, and what a terminal shows. */
final class Log {
    private Log() {}

    /** The path is logged, percent-encoded as it came; query, headers and body may hold people's data and are not. */
    static void failure(String id, Request request, Throwable cause) {
        System.err.println("owlet: failure " + id + " at " + request.method() + " " + oneLine(request.path()));
        cause.printStackTrace(System.err);
    }

    static void line(String text) {
        System.err.println("owlet: " + text);
    }

    /** A text without line breaks and other controls, so that nobody writes lines of their own. */
    static String oneLine(String text) {
        return text.codePoints()
                .limit(500)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
