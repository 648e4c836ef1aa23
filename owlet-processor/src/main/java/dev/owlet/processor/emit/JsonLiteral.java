package dev.owlet.processor.emit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.owlet.processor.model.FieldType;
import java.math.BigDecimal;

/** A value of the model, such as a default or an example, as the API's JSON. Text that does not parse stays text. */
public final class JsonLiteral implements FieldType.Cases<JsonNode> {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    /** Beyond 2^53 - 1, numbers lose digits in browsers. */
    private static final BigDecimal SAFE = BigDecimal.valueOf((1L << 53) - 1);

    /** A double's range; beyond it, a short text such as {@code 1e999999999} would take gigabytes to write out. */
    private static final int MAX_SCALE = 400;

    private final String text;

    private JsonLiteral(String text) {
        this.text = text;
    }

    /** @param text the value as it stands in the model */
    public static JsonNode of(FieldType type, String text) {
        return type.match(new JsonLiteral(text));
    }

    @Override
    public JsonNode bool(FieldType.Bool type) {
        return BooleanNode.valueOf(Boolean.parseBoolean(text));
    }

    @Override
    public JsonNode integer(FieldType.Int type) {
        return number();
    }

    @Override
    public JsonNode longInteger(FieldType.Long type) {
        JsonNode number = number();
        return number.isNumber() && number.decimalValue().abs().compareTo(SAFE) > 0 ? string() : number;
    }

    @Override
    public JsonNode doubleFloat(FieldType.Double type) {
        return number();
    }

    @Override
    public JsonNode decimal(FieldType.Decimal type) {
        JsonNode number = number();
        return number.isNumber() && number.decimalValue().stripTrailingZeros().scale() <= type.scale()
                ? TextNode.valueOf(number.decimalValue().setScale(type.scale()).toPlainString())
                : string();
    }

    @Override
    public JsonNode text(FieldType.Text type) {
        return string();
    }

    @Override
    public JsonNode markdown(FieldType.Markdown type) {
        return string();
    }

    @Override
    public JsonNode email(FieldType.Email type) {
        return string();
    }

    @Override
    public JsonNode url(FieldType.Url type) {
        return string();
    }

    @Override
    public JsonNode uuid(FieldType.Uuid type) {
        return string();
    }

    @Override
    public JsonNode date(FieldType.Date type) {
        return string();
    }

    @Override
    public JsonNode time(FieldType.Time type) {
        return string();
    }

    @Override
    public JsonNode timestamp(FieldType.Timestamp type) {
        return string();
    }

    @Override
    public JsonNode json(FieldType.Json type) {
        return parsed();
    }

    @Override
    public JsonNode file(FieldType.File type) {
        return parsed();
    }

    @Override
    public JsonNode enumeration(FieldType.EnumOf type) {
        return string();
    }

    @Override
    public JsonNode shape(FieldType.ShapeOf type) {
        return parsed();
    }

    @Override
    public JsonNode reference(FieldType.Reference type) {
        return type.keyType().match(this);
    }

    @Override
    public JsonNode list(FieldType.ListOf type) {
        JsonNode parsed = text.startsWith("[") ? parsed() : string();
        return parsed.isArray() ? parsed : Json.array().add(type.element().match(this));
    }

    private JsonNode string() {
        return TextNode.valueOf(text);
    }

    private JsonNode number() {
        try {
            BigDecimal value = new BigDecimal(text);
            return Math.abs((long) value.scale()) > MAX_SCALE ? string() : Json.number(value);
        } catch (NumberFormatException e) {
            return string();
        }
    }

    private JsonNode parsed() {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree.isMissingNode() ? string() : tree;
        } catch (JsonProcessingException e) {
            return string();
        }
    }
}
