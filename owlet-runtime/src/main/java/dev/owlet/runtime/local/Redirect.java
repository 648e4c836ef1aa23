package dev.owlet.runtime.local;

import dev.owlet.runtime.http.Percent;
import dev.owlet.runtime.http.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a browser goes back to when the sign-in page is done, with a code or an error (RFC 6749, sections 4.1.2 and
 * 4.1.2.1).
 *
 * @param uri on this machine
 */
record Redirect(String clientId, URI uri, Optional<String> state) {
    Response code(String code) {
        return to(Map.of("code", code));
    }

    Response error(OAuthException e) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", e.error());
        answer.put("error_description", e.description());
        return to(answer);
    }

    private Response to(Map<String, String> answer) {
        Map<String, String> all = new LinkedHashMap<>(answer);
        state.ifPresent(value -> all.put("state", value));
        String query = all.entrySet().stream()
                .map(e -> e.getKey() + "=" + Percent.encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return see(uri + (uri.getRawQuery() == null ? "?" : "&") + query);
    }

    /** 303: the browser comes with GET, even after a form that was posted. */
    static Response see(String location) {
        return Response.empty(303).header("location", location).header("referrer-policy", "no-referrer");
    }
}
