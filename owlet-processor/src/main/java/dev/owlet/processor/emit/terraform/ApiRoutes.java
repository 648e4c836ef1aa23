package dev.owlet.processor.emit.terraform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.CloudLimits;
import dev.owlet.processor.model.Model;

/**
 * Routes of the HTTP API. One takes everything that asks for a token, because hand-written routes are not known when
 * this is made and an API has 300 routes at most; what a path means is decided by the application. Routes that announce
 * files stand beside it, because a file can be large and so they have a throttle of their own.
 */
final class ApiRoutes {
    private ApiRoutes() {}

    static ObjectNode data(Model model) {
        ObjectNode data = Json.object();
        data.set("routes", Json.strings("ANY /api/{proxy+}"));
        data.set("upload_routes", Json.strings(CloudLimits.uploadRoutes(model)));
        data.set("open_routes", Json.strings("GET /api/health", "GET /api/model.json", "GET /api/openapi.json"));
        return data;
    }
}
