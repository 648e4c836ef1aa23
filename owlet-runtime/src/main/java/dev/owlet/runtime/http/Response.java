package dev.owlet.runtime.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP response.
 *
 * @param headers by lower-case name
 */
public record Response(int status, Map<String, String> headers, byte[] body) {
    public Response {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Response json(int status, String json) {
        return new Response(status, Map.of("content-type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    public static Response json(int status, byte[] json) {
        return new Response(status, Map.of("content-type", "application/json"), json);
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    public Response header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }
}
