package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.Json;

/** A request that ended in an exception. */
record Failure(String request, Kind kind, String message) {
    enum Kind {
        /** Gave way too often: nothing was written. */
        BUSY,
        /** A repetition whose first outcome is no longer kept: it was done before. */
        FORGOTTEN,
        /** Storage failed: nobody knows whether it was written. */
        STORAGE
    }

    JsonNode json() {
        return Json.MAPPER
                .createObjectNode()
                .put("id", request)
                .put("kind", kind.name())
                .put("message", message);
    }

    static Failure parse(JsonNode node) {
        return new Failure(
                node.path("id").asText(),
                Kind.valueOf(node.path("kind").asText()),
                node.path("message").asText());
    }
}
