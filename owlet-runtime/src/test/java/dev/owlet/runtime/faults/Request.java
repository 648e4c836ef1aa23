package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * One write. Its id is the user in whose name it is done, so that the log tells which request made a version.
 *
 * @param event whether it has an idempotency key, which is its id: such a request may be sent by several, several times
 */
record Request(String id, String table, boolean event, List<Step> steps) {
    Request {
        steps = List.copyOf(steps);
    }

    static Request of(String id, String table, Step step) {
        return new Request(id, table, false, List.of(step));
    }

    JsonNode json() {
        ObjectNode node =
                Json.MAPPER.createObjectNode().put("id", id).put("table", table).put("event", event);
        ArrayNode all = node.putArray("steps");
        steps.forEach(step -> all.add(step.json()));
        return node;
    }

    static Request parse(JsonNode node) {
        List<Step> steps = new ArrayList<>();
        node.path("steps").forEach(step -> steps.add(Step.parse(step)));
        return new Request(
                node.path("id").asText(),
                node.path("table").asText(),
                node.path("event").asBoolean(),
                steps);
    }
}
