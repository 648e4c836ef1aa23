package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.table.Change;
import dev.owlet.runtime.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * One change of a {@link Request}, as the journals have it.
 *
 * @param row empty for a deletion
 */
record Step(Action action, String key, Optional<JsonNode> row, Optional<String> ifMatch) {
    enum Action {
        INSERT,
        UPSERT,
        REPLACE,
        DELETE
    }

    static Step put(Action action, String key, JsonNode row) {
        return new Step(action, key, Optional.of(row), Optional.empty());
    }

    static Step replace(String key, JsonNode row, String ifMatch) {
        return new Step(Action.REPLACE, key, Optional.of(row), Optional.of(ifMatch));
    }

    static Step delete(String key, Optional<String> ifMatch) {
        return new Step(Action.DELETE, key, Optional.empty(), ifMatch);
    }

    <T> Change<T> change(Table<T> table) {
        if (action == Action.DELETE) {
            return new Change.Delete<>(List.of(key), ifMatch);
        }
        T record = table.spec().type().fromJson(row.orElseThrow().toString());
        return switch (action) {
            case INSERT -> new Change.Insert<>(record);
            case UPSERT -> new Change.Upsert<>(record);
            default -> new Change.Replace<>(record, ifMatch);
        };
    }

    JsonNode json() {
        ObjectNode node =
                Json.MAPPER.createObjectNode().put("do", action.name()).put("key", key);
        row.ifPresent(values -> node.set("row", values));
        ifMatch.ifPresent(tag -> node.put("ifMatch", tag));
        return node;
    }

    static Step parse(JsonNode node) {
        return new Step(
                Action.valueOf(node.path("do").asText()),
                node.path("key").asText(),
                Optional.ofNullable(node.get("row")),
                Optional.ofNullable(node.get("ifMatch")).map(JsonNode::asText));
    }
}
