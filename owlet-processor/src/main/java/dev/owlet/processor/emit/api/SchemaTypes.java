package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.FieldType;

/** A type of the language as JSON Schema 2020-12, before a field's constraints. */
final class SchemaTypes implements FieldType.Cases<ObjectNode> {
    /** Name of the definition of a file; the dot keeps it apart from names of the model. */
    static final String FILE = "owlet.File";

    private final String definitions;

    /** @param definitions where enums and shapes are defined: {@code #/$defs/} */
    SchemaTypes(String definitions) {
        this.definitions = definitions;
    }

    @Override
    public ObjectNode bool(FieldType.Bool type) {
        return typed("boolean");
    }

    @Override
    public ObjectNode integer(FieldType.Int type) {
        return typed("integer")
                .put("format", "int32")
                .put("minimum", Integer.MIN_VALUE)
                .put("maximum", Integer.MAX_VALUE);
    }

    @Override
    public ObjectNode longInteger(FieldType.Long type) {
        ObjectNode schema = Json.object();
        schema.set("type", Json.strings("integer", "string"));
        return schema.put("format", "int64")
                .put("minimum", Long.MIN_VALUE)
                .put("maximum", Long.MAX_VALUE)
                .put("pattern", "^-?[0-9]{1,19}$");
    }

    @Override
    public ObjectNode doubleFloat(FieldType.Double type) {
        return typed("number").put("format", "double");
    }

    /** Written as a string, so that no reader rounds it; a number is taken too. */
    @Override
    public ObjectNode decimal(FieldType.Decimal type) {
        int whole = type.precision() - type.scale();
        String digits = whole == 0 ? "0" : digits(whole);
        String places = type.scale() == 0 ? "" : "(\\." + digits(type.scale()) + ")?";
        ObjectNode schema = Json.object();
        schema.set("type", Json.strings("string", "number"));
        return schema.put("format", "decimal").put("pattern", "^-?" + digits + places + "$");
    }

    @Override
    public ObjectNode text(FieldType.Text type) {
        ObjectNode schema = typed("string");
        type.minLength().ifPresent(n -> schema.put("minLength", n));
        type.maxLength().ifPresent(n -> schema.put("maxLength", n));
        return schema;
    }

    @Override
    public ObjectNode markdown(FieldType.Markdown type) {
        return typed("string").put("contentMediaType", "text/markdown");
    }

    @Override
    public ObjectNode email(FieldType.Email type) {
        return typed("string", "email");
    }

    @Override
    public ObjectNode url(FieldType.Url type) {
        return typed("string", "uri");
    }

    @Override
    public ObjectNode uuid(FieldType.Uuid type) {
        return typed("string", "uuid");
    }

    @Override
    public ObjectNode date(FieldType.Date type) {
        return typed("string", "date");
    }

    /** Not format {@code time}: that one demands an offset from UTC (RFC 3339, full-time), which a time of day lacks. */
    @Override
    public ObjectNode time(FieldType.Time type) {
        return typed("string", "time-local")
                .put("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,6})?)?$");
    }

    @Override
    public ObjectNode timestamp(FieldType.Timestamp type) {
        return typed("string", "date-time");
    }

    @Override
    public ObjectNode json(FieldType.Json type) {
        return Json.object();
    }

    @Override
    public ObjectNode file(FieldType.File type) {
        return reference(FILE);
    }

    @Override
    public ObjectNode enumeration(FieldType.EnumOf type) {
        return reference(type.type().name());
    }

    @Override
    public ObjectNode shape(FieldType.ShapeOf type) {
        return reference(type.shape().name());
    }

    @Override
    public ObjectNode reference(FieldType.Reference type) {
        return type.keyType().match(this).put("x-reference", type.concept());
    }

    @Override
    public ObjectNode list(FieldType.ListOf type) {
        ObjectNode schema = typed("array");
        schema.set("items", type.element().match(this));
        return schema;
    }

    private ObjectNode reference(String name) {
        return Json.object().put("$ref", definitions + name);
    }

    private static String digits(int most) {
        return most == 1 ? "[0-9]" : "[0-9]{1," + most + "}";
    }

    private static ObjectNode typed(String type) {
        return Json.object().put("type", type);
    }

    private static ObjectNode typed(String type, String format) {
        return typed(type).put("format", format);
    }
}
