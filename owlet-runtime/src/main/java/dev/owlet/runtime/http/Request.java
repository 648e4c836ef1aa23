package dev.owlet.runtime.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, the same whether it came through Lambda or the local server.
 *
 * @param method upper case
 * @param path raw, still percent-encoded, such as {@code /api/sites/NL%2F12}
 * @param query decoded parameters, in order
 * @param headers by lower-case name; repeated headers joined by {@code ", "}
 * @param body empty when there is none
 * @param params decoded values of the matched template's variables
 * @param user who asks; null when not signed in
 */
public record Request(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        byte[] body,
        Map<String, String> params,
        @Nullable User user) {
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The first value of a query parameter. */
    public Optional<String> query(String name) {
        List<String> values = query.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** The value of a path variable that the matched template has. */
    public String param(String name) {
        String value = params.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no variable " + name);
        }
        return value;
    }

    public Request with(Map<String, String> matched) {
        return new Request(method, path, query, headers, body, matched, user);
    }

    public Request with(@Nullable User signedIn) {
        return new Request(method, path, query, headers, body, params, signedIn);
    }
}
