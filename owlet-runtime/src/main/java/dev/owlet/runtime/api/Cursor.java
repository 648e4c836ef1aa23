package dev.owlet.runtime.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.row.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a page walk stands. Opaque to callers; it grants nothing that the request itself would not get.
 *
 * @param version the table's version that the whole walk reads, so that rows written meanwhile move nothing
 * @param query {@link #fingerprint} of the walk's parameters
 * @param last key of the last row given, as a URL segment
 */
record Cursor(long version, String query, String last) {
    /** Parameters that may change from page to page. */
    private static final Set<String> FREE = Set.of("cursor", "offset", "limit", "fields");

    private static final int FINGERPRINT_BYTES = 9;
    private static final int LONGEST = 4000;

    String text() {
        String json =
                Json.MAPPER.createArrayNode().add(version).add(query).add(last).toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when the text is not one that {@link #text} made. */
    static Optional<Cursor> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonNode json = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(text));
            boolean ours = json.isArray()
                    && json.size() == 3
                    && json.get(0).canConvertToLong()
                    && json.get(0).isIntegralNumber()
                    && json.get(1).isTextual()
                    && json.get(2).isTextual();
            return ours
                    ? Optional.of(new Cursor(
                            json.get(0).longValue(),
                            json.get(1).textValue(),
                            json.get(2).textValue()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Tells one query from another: filters, order and version, whichever way round they are written. */
    static String fingerprint(Request request) {
        Map<String, List<String>> query = new TreeMap<>(request.query());
        query.keySet().removeAll(FREE);
        try {
            byte[] text = query.toString().getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, FINGERPRINT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
