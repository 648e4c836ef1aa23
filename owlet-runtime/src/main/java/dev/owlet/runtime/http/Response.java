package dev.owlet.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.Json;
import java.io.UncheckedIOException;
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
        headers.forEach(Response::requireOneLine);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Response json(int status, String json) {
        return new Response(status, Map.of("content-type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    public static Response json(int status, byte[] json) {
        return new Response(status, Map.of("content-type", "application/json"), json);
    }

    public static Response json(int status, JsonNode json) {
        return json(status, (Object) json);
    }

    /** @param json names and values: text, numbers, booleans, lists and maps of these */
    public static Response json(int status, Map<String, ?> json) {
        return json(status, (Object) json);
    }

    private static Response json(int status, Object json) {
        try {
            return json(status, Json.MAPPER.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    /** A copy with one header more, or another value of it. */
    public Response header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }

    /** A line break in a value would start another header: the value came from somewhere it should not have. */
    private static void requireOneLine(String name, String value) {
        if (value.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new IllegalArgumentException("the value of header " + name + " has a control character");
        }
    }
}
