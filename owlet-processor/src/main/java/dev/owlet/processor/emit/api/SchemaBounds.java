package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.Field.Bound;
import java.math.BigDecimal;

/**
 * Bounds of a range. JSON Schema has them for numbers alone: bounds of dates and times, and those of decimals written as
 * strings, stand in {@code x-minimum} and the like, for programs that know them.
 */
final class SchemaBounds {
    private SchemaBounds() {}

    static void add(ObjectNode schema, Field field) {
        field.min().ifPresent(bound -> add(schema, "minimum", "exclusiveMinimum", bound));
        field.max().ifPresent(bound -> add(schema, "maximum", "exclusiveMaximum", bound));
    }

    private static void add(ObjectNode schema, String inclusive, String exclusive, Bound bound) {
        String keyword = bound.inclusive() ? inclusive : exclusive;
        if (!allows(schema.path("type"), "integer") && !allows(schema.path("type"), "number")) {
            schema.put("x-" + keyword, bound.value());
            return;
        }
        schema.remove(inclusive);
        schema.set(keyword, Json.number(new BigDecimal(bound.value())));
        if (allows(schema.path("type"), "string")) {
            schema.put("x-" + keyword, bound.value());
        }
    }

    private static boolean allows(JsonNode type, String name) {
        for (JsonNode one : type) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return type.asText().equals(name);
    }
}
