package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.JsonLiteral;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import dev.owlet.processor.model.Model;

/** Fields as JSON Schema: type, constraints and words. */
final class FieldSchemas {
    private final Model model;
    private final SchemaTypes types;

    /** @param definitions where enums and shapes are defined: {@code #/$defs/} */
    FieldSchemas(Model model, String definitions) {
        this.model = model;
        this.types = new SchemaTypes(definitions);
    }

    /** The schema of a present value. */
    ObjectNode of(Field field) {
        ObjectNode schema = field.type().match(types);
        ObjectNode element = schema.get("items") instanceof ObjectNode items ? items : schema;
        constrain(element, field);
        field.minItems().ifPresent(n -> schema.put("minItems", n));
        field.maxItems().ifPresent(n -> schema.put("maxItems", n));
        describe(schema, field);
        return schema;
    }

    /** The schema of a value that may also be {@code null}, which stands for an absent one. */
    ObjectNode nullable(Field field) {
        ObjectNode schema = of(field);
        if (schema.has("$ref")) {
            ObjectNode reference =
                    Json.object().put("$ref", schema.remove("$ref").textValue());
            ObjectNode either = Json.object();
            either.set("anyOf", Json.array().add(reference).add(Json.object().put("type", "null")));
            return either.setAll(schema);
        }
        if (schema.get("type") != null) {
            schema.set(
                    "type",
                    schema.get("type").isArray()
                            ? schema.withArray("type").add("null")
                            : Json.strings(schema.get("type").textValue(), "null"));
        }
        return schema;
    }

    private void constrain(ObjectNode element, Field field) {
        SchemaBounds.add(element, field);
        // Patterns of the language mean the same in ECMA-262; there they are found anywhere unless anchored.
        field.pattern().ifPresent(pattern -> element.put("pattern", "^(?:" + pattern + ")$"));
        FieldType type = field.type() instanceof FieldType.ListOf list ? list.element() : field.type();
        if (type instanceof FieldType.Reference reference) {
            Concept target = model.concept(reference.concept());
            constrain(element, target.field(target.key().get(0)));
        }
    }

    private static void describe(ObjectNode schema, Field field) {
        Json.putText(schema, "title", field.label());
        Json.putText(schema, "description", field.description());
        field.unit().ifPresent(unit -> schema.put("x-unit", unit));
        if (field.pii()) {
            schema.put("x-pii", true);
        }
        field.defaultValue().ifPresent(value -> defaultValue(schema, field.type(), value));
        field.example()
                .ifPresent(example -> schema.set("examples", Json.array().add(JsonLiteral.of(field.type(), example))));
        if (!field.isEntered()) {
            schema.put("readOnly", true);
        }
    }

    private static void defaultValue(ObjectNode schema, FieldType type, Field.Default value) {
        if (value instanceof Field.Default.Literal literal) {
            schema.set("default", JsonLiteral.of(type, literal.value()));
        } else if (value instanceof Field.Default.EmptyList) {
            schema.set("default", Json.array());
        } else {
            schema.put(
                    "x-default",
                    value instanceof Field.Default.NewUuid
                            ? "new"
                            : value instanceof Field.Default.Now ? "now" : "today");
        }
    }
}
