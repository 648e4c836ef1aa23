package dev.owlet.runtime.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the web app's pages may load and whom they may ask: only their own origin, the issuer, and where files are sent.
 * No script or style within a page, nothing evaluated, no frame around it. CloudFront sends the same headers.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
 */
public final class ContentPolicy {
    private static final Map<String, List<String>> DIRECTIVES = new LinkedHashMap<>();

    static {
        DIRECTIVES.put("default-src", List.of("'none'"));
        DIRECTIVES.put("script-src", List.of("'self'"));
        DIRECTIVES.put("style-src", List.of("'self'"));
        DIRECTIVES.put("font-src", List.of("'self'"));
        DIRECTIVES.put("img-src", List.of("'self'", "data:"));
        DIRECTIVES.put("connect-src", List.of("'self'"));
        DIRECTIVES.put("worker-src", List.of("'self'"));
        DIRECTIVES.put("manifest-src", List.of("'self'"));
        DIRECTIVES.put("base-uri", List.of("'none'"));
        DIRECTIVES.put("form-action", List.of("'self'"));
        DIRECTIVES.put("frame-ancestors", List.of("'none'"));
        DIRECTIVES.put("object-src", List.of("'none'"));
        DIRECTIVES.put("require-trusted-types-for", List.of("'script'"));
        DIRECTIVES.put("trusted-types", List.of("owlet"));
    }

    private ContentPolicy() {}

    /**
     * The headers of every file of the web app, by lower-case name. Strict-Transport-Security is not among them: that is
     * for whoever speaks TLS.
     *
     * @param origins beyond the page's own that it may ask, such as {@code https://owls.auth.eu-west-1.amazoncognito.com}
     */
    public static Map<String, String> headers(List<String> origins) {
        Map<String, List<String>> directives = new LinkedHashMap<>(DIRECTIVES);
        List<String> connect = new ArrayList<>(DIRECTIVES.getOrDefault("connect-src", List.of()));
        connect.addAll(origins);
        directives.put("connect-src", connect);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "content-security-policy",
                directives.entrySet().stream()
                        .map(d -> d.getKey() + " " + String.join(" ", d.getValue()))
                        .collect(Collectors.joining("; ")));
        headers.put("x-content-type-options", "nosniff");
        headers.put("x-frame-options", "DENY");
        headers.put("referrer-policy", "same-origin");
        headers.put("cross-origin-opener-policy", "same-origin");
        return headers;
    }
}
