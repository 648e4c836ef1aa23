package dev.owlet.runtime.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import java.util.Map;

/** JSON Merge Patch (RFC 7396, section 2). */
final class MergePatch {
    private MergePatch() {}

    /** The target with the patch applied; neither is changed. Depth is bounded by the JSON reader. */
    static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                JsonNode old = result.path(change.getKey());
                result.set(change.getKey(), apply(old, change.getValue()));
            }
        }
        return result;
    }
}
