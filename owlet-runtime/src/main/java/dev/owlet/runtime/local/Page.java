package dev.owlet.runtime.local;

import dev.owlet.runtime.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pages that the server itself draws: plain HTML, one style sheet within, no script. The content security policy lets
 * nothing else in, so that text from a model or a request cannot become more than text even if it were not escaped.
 */
final class Page {
    private static final String STYLE = new String(resource("page.css"), StandardCharsets.UTF_8);
    private static final String POLICY = "default-src 'none'; style-src '" + sha256(STYLE)
            + "'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ";
    static final String LOGO = new String(resource("owlet.svg"), StandardCharsets.UTF_8);

    private Page() {}

    /**
     * @param title plain text
     * @param main HTML
     * @param formAction where a form may go, redirects included: sources of a content security policy
     */
    static Response of(int status, String title, String main, String formAction) {
        String html = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>" + escape(title) + "</title>\n"
                + "<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\n"
                + "<style>" + STYLE + "</style>\n</head>\n<body>\n<main>\n" + main + "</main>\n</body>\n</html>\n";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "text/html; charset=utf-8");
        headers.put("content-security-policy", POLICY + formAction);
        headers.put("referrer-policy", "no-referrer");
        headers.put("x-frame-options", "DENY");
        return new Response(status, headers, html.getBytes(StandardCharsets.UTF_8));
    }

    static Response icon() {
        return new Response(
                200,
                Map.of("content-type", "image/svg+xml", "cache-control", "max-age=3600"),
                LOGO.getBytes(StandardCharsets.UTF_8));
    }

    /** Text as HTML, also within quoted attributes. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') {
                out.append("&#").append((int) c).append(';');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
