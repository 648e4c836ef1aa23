package dev.owlet.processor.emit.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.EnumType;
import dev.owlet.processor.model.FieldType;

/** A type of the language as the web app knows it. */
final class WebTypes implements FieldType.Cases<ObjectNode> {
    /** Longer texts get a box of several lines. */
    private static final int ONE_LINE = 255;

    @Override
    public ObjectNode bool(FieldType.Bool type) {
        return typed("boolean");
    }

    @Override
    public ObjectNode integer(FieldType.Int type) {
        return typed("integer");
    }

    @Override
    public ObjectNode longInteger(FieldType.Long type) {
        return typed("long");
    }

    @Override
    public ObjectNode doubleFloat(FieldType.Double type) {
        return typed("double");
    }

    @Override
    public ObjectNode decimal(FieldType.Decimal type) {
        return typed("decimal").put("precision", type.precision()).put("scale", type.scale());
    }

    @Override
    public ObjectNode text(FieldType.Text type) {
        ObjectNode text = typed(type.maxLength().orElse(0) > ONE_LINE ? "text" : "string");
        type.minLength().ifPresent(n -> text.put("minLength", n));
        type.maxLength().ifPresent(n -> text.put("maxLength", n));
        return text;
    }

    @Override
    public ObjectNode markdown(FieldType.Markdown type) {
        return typed("markdown");
    }

    @Override
    public ObjectNode email(FieldType.Email type) {
        return typed("string").put("format", "email");
    }

    @Override
    public ObjectNode url(FieldType.Url type) {
        return typed("string").put("format", "uri");
    }

    @Override
    public ObjectNode uuid(FieldType.Uuid type) {
        return typed("id");
    }

    @Override
    public ObjectNode date(FieldType.Date type) {
        return typed("date");
    }

    @Override
    public ObjectNode time(FieldType.Time type) {
        return typed("time");
    }

    @Override
    public ObjectNode timestamp(FieldType.Timestamp type) {
        return typed("timestamp");
    }

    @Override
    public ObjectNode json(FieldType.Json type) {
        return typed("json");
    }

    @Override
    public ObjectNode file(FieldType.File type) {
        return typed("file");
    }

    @Override
    public ObjectNode enumeration(FieldType.EnumOf type) {
        ObjectNode choice = typed("enum").put("enum", type.type().name());
        for (EnumType.Value value : type.type().values()) {
            ObjectNode one = choice.withArray("values")
                    .addObject()
                    .put("value", value.code())
                    .put("label", value.label());
            Json.putText(one, "description", value.description());
        }
        return choice;
    }

    @Override
    public ObjectNode shape(FieldType.ShapeOf type) {
        ObjectNode shape = typed("shape").put("shape", type.shape().name());
        type.shape().fields().forEach(field -> shape.withArray("fields").add(WebFields.of(field)));
        return shape;
    }

    @Override
    public ObjectNode reference(FieldType.Reference type) {
        return typed("reference").put("to", WebFields.lowerCamel(type.concept()));
    }

    @Override
    public ObjectNode list(FieldType.ListOf type) {
        ObjectNode list = typed("list");
        list.set("items", type.element().match(this));
        return list;
    }

    private static ObjectNode typed(String type) {
        return Json.object().put("type", type);
    }
}
