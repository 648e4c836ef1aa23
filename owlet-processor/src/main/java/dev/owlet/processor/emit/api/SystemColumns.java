package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;

/** The columns that every row has beside its fields, as JSON Schema. */
final class SystemColumns {
    private SystemColumns() {}

    static void addTo(ObjectNode properties, ArrayNode required) {
        properties.set(
                "_version",
                readOnly("integer", "1 when created, one more with every change.")
                        .put("minimum", 1));
        properties.set(
                "_created_at", readOnly("string", "When the row was created.").put("format", "date-time"));
        properties.set("_created_by", readOnly("string", "Who created the row."));
        properties.set(
                "_updated_at", readOnly("string", "When the row last changed.").put("format", "date-time"));
        properties.set("_updated_by", readOnly("string", "Who changed the row last."));
        properties.set("_upload", readOnly("string", "The upload that brought the row, if one did."));
        required.add("_version")
                .add("_created_at")
                .add("_created_by")
                .add("_updated_at")
                .add("_updated_by");
    }

    private static ObjectNode readOnly(String type, String description) {
        return Json.object().put("type", type).put("description", description).put("readOnly", true);
    }
}
