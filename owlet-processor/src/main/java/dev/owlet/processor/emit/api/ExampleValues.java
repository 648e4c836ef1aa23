package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.JsonLiteral;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.Field.Bound;
import dev.owlet.processor.model.FieldType;
import dev.owlet.processor.model.Model;

/** A plausible value of a field that has no example. It keeps to lengths and inclusive bounds; a pattern is not read. */
final class ExampleValues implements FieldType.Cases<JsonNode> {
    private final Model model;
    private final ExampleRows rows;
    private final Field field;

    ExampleValues(Model model, ExampleRows rows, Field field) {
        this.model = model;
        this.rows = rows;
        this.field = field;
    }

    @Override
    public JsonNode bool(FieldType.Bool type) {
        return BooleanNode.TRUE;
    }

    @Override
    public JsonNode integer(FieldType.Int type) {
        return JsonLiteral.of(type, bound("1"));
    }

    @Override
    public JsonNode longInteger(FieldType.Long type) {
        return JsonLiteral.of(type, bound("1"));
    }

    @Override
    public JsonNode doubleFloat(FieldType.Double type) {
        return JsonLiteral.of(type, bound("1"));
    }

    @Override
    public JsonNode decimal(FieldType.Decimal type) {
        return JsonLiteral.of(type, bound(type.precision() > type.scale() ? "1" : "0"));
    }

    @Override
    public JsonNode text(FieldType.Text type) {
        String text = "text";
        int least = type.minLength().orElse(0);
        int most = type.maxLength().orElse(Integer.MAX_VALUE);
        return TextNode.valueOf(
                least > text.length()
                        ? "x".repeat(Math.min(least, 100))
                        : text.substring(0, Math.min(most, text.length())));
    }

    @Override
    public JsonNode markdown(FieldType.Markdown type) {
        return TextNode.valueOf("Some *text*.");
    }

    @Override
    public JsonNode email(FieldType.Email type) {
        return TextNode.valueOf("ada@example.org");
    }

    @Override
    public JsonNode url(FieldType.Url type) {
        return TextNode.valueOf("https://example.org/");
    }

    @Override
    public JsonNode uuid(FieldType.Uuid type) {
        return TextNode.valueOf("01960a5e-7c1a-7b3e-8f21-3c5d7e9f1a2b");
    }

    @Override
    public JsonNode date(FieldType.Date type) {
        return TextNode.valueOf("2026-03-31");
    }

    @Override
    public JsonNode time(FieldType.Time type) {
        return TextNode.valueOf("09:30:00");
    }

    @Override
    public JsonNode timestamp(FieldType.Timestamp type) {
        return TextNode.valueOf(ExampleRows.TIME);
    }

    @Override
    public JsonNode json(FieldType.Json type) {
        return Json.object();
    }

    @Override
    public JsonNode file(FieldType.File type) {
        return Json.object().put("key", "files/report.pdf").put("name", "report.pdf");
    }

    @Override
    public JsonNode enumeration(FieldType.EnumOf type) {
        return TextNode.valueOf(type.type().values().get(0).code());
    }

    @Override
    public JsonNode shape(FieldType.ShapeOf type) {
        return rows.object(type.shape().fields(), true);
    }

    @Override
    public JsonNode reference(FieldType.Reference type) {
        Concept target = model.concept(type.concept());
        Field key = target.field(target.key().get(0));
        return key.example()
                .map(example -> JsonLiteral.of(type.keyType(), example))
                .orElseGet(() -> type.keyType().match(new ExampleValues(model, rows, key)));
    }

    @Override
    public JsonNode list(FieldType.ListOf type) {
        return field.minItems().orElse(0) == 0
                ? Json.array()
                : Json.array().add(type.element().match(this));
    }

    private String bound(String otherwise) {
        return field.min()
                .or(field::max)
                .filter(Bound::inclusive)
                .map(Bound::value)
                .orElse(otherwise);
    }
}
