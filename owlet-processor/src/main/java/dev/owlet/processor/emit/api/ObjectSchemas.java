package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.EnumType;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import dev.owlet.processor.model.Model;
import dev.owlet.processor.model.Shape;
import java.util.List;

/** Rows of concepts, shapes and enums as JSON Schema. */
final class ObjectSchemas {
    private final FieldSchemas fields;

    /** @param definitions where enums and shapes are defined: {@code #/$defs/} */
    ObjectSchemas(Model model, String definitions) {
        this.fields = new FieldSchemas(model, definitions);
    }

    /**
     * A row as it is sent. What was read can be sent back: computed fields, system columns and titles of references are
     * passed over.
     */
    ObjectNode input(Concept concept) {
        ObjectNode schema = open(concept);
        ArrayNode required = Json.array();
        ObjectNode properties = schema.putObject("properties");
        for (Field field : concept.fields()) {
            boolean demanded = isDemanded(field);
            properties.set(field.name(), demanded ? fields.of(field) : fields.nullable(field));
            if (demanded) {
                required.add(field.name());
            }
        }
        return close(schema, required);
    }

    /** A part of a row as a JSON Merge Patch (RFC 7396): {@code null} takes a value away. */
    ObjectNode patch(Concept concept) {
        ObjectNode schema = open(concept);
        ObjectNode properties = schema.putObject("properties");
        for (Field field : concept.fields()) {
            if (field.isEntered() && !concept.key().contains(field.name())) {
                properties.set(field.name(), field.optional() ? fields.nullable(field) : fields.of(field));
            }
        }
        return close(schema, Json.array());
    }

    /** A row as it is returned, with its system columns; absent values are left out. */
    ObjectNode row(Concept concept) {
        ObjectNode schema = open(concept);
        ArrayNode required = Json.array();
        ObjectNode properties = schema.putObject("properties");
        for (Field field : concept.fields()) {
            properties.set(field.name(), fields.of(field));
            if (field.type() instanceof FieldType.Reference reference) {
                properties.set(field.name() + "$title", title(field, reference));
            }
            if (!field.optional()) {
                required.add(field.name());
            }
        }
        SystemColumns.addTo(properties, required);
        schema.set("required", required);
        return schema;
    }

    ObjectNode shape(Shape shape) {
        ObjectNode schema = titled(shape.title(), shape.description());
        ArrayNode required = Json.array();
        ObjectNode properties = schema.putObject("properties");
        for (Field field : shape.fields()) {
            boolean demanded = isDemanded(field);
            properties.set(field.name(), demanded ? fields.of(field) : fields.nullable(field));
            if (demanded) {
                required.add(field.name());
            }
        }
        return close(schema, required);
    }

    static ObjectNode enumeration(EnumType type) {
        ObjectNode schema = Json.object().put("type", "string");
        Json.putText(schema, "title", type.title());
        Json.putText(schema, "description", type.description());
        ObjectNode labels = Json.object();
        type.values().forEach(value -> labels.put(value.code(), value.label()));
        schema.set(
                "enum",
                Json.strings(type.values().stream().map(EnumType.Value::code).toList()));
        schema.set("x-labels", labels);
        return schema;
    }

    /** A file kept in the object store, by reference. */
    static ObjectNode file() {
        ObjectNode schema = titled("File", "A file kept beside the tables, by reference.");
        ObjectNode properties = schema.putObject("properties");
        properties.set("key", string("Where it lies, relative to the store's root."));
        properties.set("name", string("What the person called it."));
        properties.set(
                "size", Json.object().put("type", "integer").put("minimum", 0).put("description", "Bytes."));
        properties.set("sha256", string("").put("pattern", "^[0-9a-f]{64}$"));
        return close(schema, Json.strings("key"));
    }

    private static boolean isDemanded(Field field) {
        boolean emptyList =
                field.type() instanceof FieldType.ListOf && field.minItems().orElse(0) == 0;
        return field.isEntered() && !field.optional() && field.defaultValue().isEmpty() && !emptyList;
    }

    private static ObjectNode title(Field field, FieldType.Reference reference) {
        return string("What stands for the " + reference.concept() + " that " + field.name() + " refers to.")
                .put("readOnly", true);
    }

    private static ObjectNode open(Concept concept) {
        ObjectNode schema = titled(concept.title(), concept.description());
        schema.set("x-key", Json.strings(concept.key()));
        if (!concept.unique().isEmpty()) {
            ArrayNode sets = schema.putArray("x-unique");
            for (List<String> set : concept.unique()) {
                sets.add(Json.strings(set));
            }
        }
        if (!concept.rules().isEmpty()) {
            ObjectNode rules = schema.putObject("x-rules");
            concept.rules().forEach(rule -> rules.put(rule.name(), rule.source()));
        }
        return schema;
    }

    private static ObjectNode titled(String title, String description) {
        ObjectNode schema = Json.object().put("type", "object");
        Json.putText(schema, "title", title);
        return Json.putText(schema, "description", description);
    }

    private static ObjectNode close(ObjectNode schema, ArrayNode required) {
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.putObject("patternProperties").put("^_|\\$", true);
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode string(String description) {
        return Json.putText(Json.object().put("type", "string"), "description", description);
    }
}
