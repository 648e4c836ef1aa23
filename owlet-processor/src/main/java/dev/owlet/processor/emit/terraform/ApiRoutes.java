package dev.owlet.processor.emit.terraform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;

/**
 * Routes of the HTTP API. One takes everything that asks for a token, because hand-written routes are not known when
 * this is made and an API has 300 routes at most; what a path means is decided by the application.
 */
final class ApiRoutes {
    private ApiRoutes() {}

    static ObjectNode data() {
        ObjectNode data = Json.object();
        data.set("routes", Json.strings("ANY /api/{proxy+}"));
        data.set("open_routes", Json.strings("GET /api/health", "GET /api/model.json", "GET /api/openapi.json"));
        return data;
    }
}
