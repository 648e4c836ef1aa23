package dev.owlet.runtime.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.table.Table;
import java.io.UncheckedIOException;

/** Rows as JSON, in the one form that a table gives them. */
final class Rows {
    private Rows() {}

    static ObjectNode nest(String code, long number) {
        return Json.MAPPER.createObjectNode().put("code", code).put("number", number);
    }

    /** Spread over half a year. */
    static ObjectNode ring(String id, String nest, int place, int number) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("nest", nest)
                .put("place", place)
                .put("seen_at", String.format("2026-%02d-%02dT04:05:06.000007Z", 1 + number % 6, 1 + number % 28))
                .put("weight", number / 10 + "." + number % 10);
    }

    static <T> JsonNode json(Table<T> table, T row) {
        try {
            return Json.MAPPER.readTree(table.spec().type().toJson(row));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the table makes of a row that a request has. */
    static <T> JsonNode normal(Table<T> table, JsonNode row) {
        return json(table, table.spec().type().fromJson(row.toString()));
    }
}
