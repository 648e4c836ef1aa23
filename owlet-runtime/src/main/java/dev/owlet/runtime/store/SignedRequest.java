package dev.owlet.runtime.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that anybody may send who knows it.
 *
 * @param headers to send with it, to the letter; those that every client sends by itself are not among them
 */
public record SignedRequest(String method, String url, Map<String, String> headers) {
    public SignedRequest {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
