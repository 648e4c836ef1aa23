package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;

/** The routes that need no token. */
final class OpenPaths {
    private OpenPaths() {}

    static void addTo(ObjectNode paths) {
        add(paths, "/api/health", "health", "Whether the service answers");
        add(paths, "/api/openapi.json", "openapi", "This document");
        add(paths, "/api/model.json", "model", "The model, as the web app draws it");
    }

    private static void add(ObjectNode paths, String path, String id, String summary) {
        ObjectNode operation = paths.putObject(path).putObject("get");
        operation.set("tags", Json.strings("Service"));
        operation.put("operationId", id).put("summary", summary);
        operation.putArray("security");
        operation
                .putObject("responses")
                .set("200", Responses.json(summary + ".", Json.object().put("type", "object")));
    }
}
