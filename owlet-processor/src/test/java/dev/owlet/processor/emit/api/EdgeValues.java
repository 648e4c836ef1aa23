package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Values just inside and just outside what a field takes, and such as are no values of its type at all. */
final class EdgeValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONG_TEXT = 300;

    /** A browser reads larger numbers as others: the API writes them as text. */
    private static final BigDecimal EXACT = BigDecimal.valueOf((1L << 53) - 1);

    private static final List<String> TEXTS =
            List.of("", " ", "a", "A1", "\u00e9t\u00e9", "\ud83e\udd89", "a\nb", "\u0000", "<b>", "NA");
    private static final List<String> WHOLE = List.of(
            "0", "-1", "1", "2147483647", "2147483648", "-2147483648", "-2147483649", "9007199254740991", "1.5", "1e3");
    private static final List<String> LONGS = List.of(
            "\"9007199254740993\"",
            "\"9223372036854775807\"",
            "\"9223372036854775808\"",
            "\"-9223372036854775808\"",
            "\"12.5\"",
            "\"\"",
            "\"1e3\"",
            "\"+1\"",
            "\" 1\"");
    private static final List<String> DECIMALS = List.of(
            "\"0\"",
            "\"-0\"",
            "\"1\"",
            "\"01\"",
            "\"1.\"",
            "\".5\"",
            "\"1e3\"",
            "\"1,5\"",
            "\"\"",
            "\"-\"",
            "\"NaN\"",
            "1",
            "0.5",
            "-1",
            "\"0.1234567890123456789\"",
            "\"99999999999999999999999999999999999999999\"");
    private static final List<String> DATES = List.of(
            "2026-02-28",
            "2026-02-29",
            "2024-02-29",
            "0001-01-01",
            "0000-01-01",
            "9999-12-31",
            "10000-01-01",
            "2026-13-01",
            "2026-1-1",
            "26-01-01",
            "2026-01-01T00:00:00Z",
            "",
            "31/12/2026");
    private static final List<String> TIMES = List.of(
            "00:00",
            "23:59:59",
            "24:00",
            "9:30",
            "09:30",
            "09:30:15.123456",
            "09:30:15.1234567891",
            "09:60",
            "",
            "noon");
    private static final List<String> TIMESTAMPS = List.of(
            "2026-03-31T09:30:00Z",
            "2026-03-31T09:30Z",
            "2026-03-31T09:30:00+02:00",
            "2026-03-31T09:30:00.123456Z",
            "2026-03-31T09:30:00",
            "2026-03-31 09:30:00Z",
            "2026-02-30T00:00:00Z",
            "2026-03-31T24:00:00Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "2026-03-31T09:30:00+25:00",
            "2026-03-31",
            "");
    private static final List<String> EMAILS = List.of(
            "ann@example.org",
            "ann",
            "ann@",
            "@example.org",
            "ann@localhost",
            "a b@example.org",
            "ann@-example.org",
            "ann+owl@example.co.uk",
            "ann@example..org");
    private static final List<String> URLS = List.of(
            "https://example.org",
            "http://example.org/a?b=c#d",
            "ftp://example.org",
            "example.org",
            "https://",
            "https://exa mple.org",
            "javascript:alert(1)",
            "https://example.org/\u00e9");
    private static final List<String> UUIDS = List.of(
            "0190a3f2-7c11-7d6e-9f00-3b2a51c8d9e4",
            "0190A3F2-7C11-7D6E-9F00-3B2A51C8D9E4",
            "0190a3f27c117d6e9f003b2a51c8d9e4",
            "0190a3f2-7c11-7d6e-9f00-3b2a51c8d9e",
            "");

    private EdgeValues() {}

    /** @param field as {@code model.json} describes it */
    static Set<JsonNode> of(JsonNode field) {
        Set<JsonNode> values = new LinkedHashSet<>();
        values.add(JSON.nullNode());
        values.add(JSON.textNode("x"));
        values.add(JSON.booleanNode(true));
        values.add(JSON.objectNode());
        values.add(JSON.arrayNode());
        values.addAll(ofType(field));
        bounds(field).forEach(values::add);
        if (field.has("example")) {
            values.add(field.get("example"));
        }
        return values;
    }

    private static List<JsonNode> ofType(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "integer" -> parsed(WHOLE);
            case "long" -> join(parsed(WHOLE), parsed(LONGS));
            case "double" -> join(parsed(WHOLE), parsed(List.of("0.1", "-1e308", "\"1\"")));
            case "decimal" -> join(parsed(DECIMALS), decimals(field));
            case "date" -> texts(DATES);
            case "time" -> texts(TIMES);
            case "timestamp" -> texts(TIMESTAMPS);
            case "id" -> texts(UUIDS);
            case "enum" ->
                texts(List.of(
                        field.at("/values/0/value").asText(),
                        field.at("/values/0/label").asText(),
                        "no such"));
            case "list" -> lists(field);
            case "shape" -> shapes(field);
            case "string", "text", "markdown" -> join(texts(formats(field)), lengths(field));
            default -> List.of();
        };
    }

    private static List<String> formats(JsonNode field) {
        return switch (field.path("format").asText()) {
            case "email" -> EMAILS;
            case "uri" -> URLS;
            default -> TEXTS;
        };
    }

    private static List<JsonNode> lengths(JsonNode field) {
        List<JsonNode> values = new ArrayList<>();
        for (String bound : List.of("minLength", "maxLength")) {
            int length = field.path(bound).asInt(0);
            if (length > 0 && length < LONG_TEXT) {
                values.add(JSON.textNode("a".repeat(length - 1)));
                values.add(JSON.textNode("a".repeat(length)));
                values.add(JSON.textNode("\ud83e\udd89".repeat(length)));
                values.add(JSON.textNode("a".repeat(length + 1)));
            }
        }
        return values;
    }

    /** As many digits as there may be, and one more, before the point and after it. */
    private static List<JsonNode> decimals(JsonNode field) {
        int scale = field.path("scale").asInt();
        int whole = field.path("precision").asInt() - scale;
        List<JsonNode> values = new ArrayList<>();
        for (String text : List.of(
                "9".repeat(Math.max(whole, 1)),
                "9".repeat(whole + 1),
                "0." + "9".repeat(scale + 1),
                "0." + "0".repeat(scale + 2))) {
            values.add(JSON.textNode(text));
            values.add(JSON.textNode("-" + text));
        }
        return values;
    }

    /** A bound, and its neighbours, in the form that the type has. */
    private static List<JsonNode> bounds(JsonNode field) {
        List<JsonNode> values = new ArrayList<>();
        String type = field.path("type").asText();
        boolean number = List.of("integer", "long", "double", "decimal").contains(type);
        for (String name : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")) {
            JsonNode bound = field.path(name);
            if (number && !bound.isMissingNode()) {
                BigDecimal at = new BigDecimal(bound.asText());
                BigDecimal step = type.equals("decimal")
                        ? BigDecimal.ONE.movePointLeft(field.path("scale").asInt())
                        : BigDecimal.ONE;
                for (BigDecimal value : List.of(at, at.subtract(step), at.add(step))) {
                    if (!type.equals("decimal") && value.abs().compareTo(EXACT) > 0) {
                        continue;
                    }
                    values.add(type.equals("decimal") ? JSON.textNode(value.toPlainString()) : JSON.numberNode(value));
                }
            } else if (bound.isTextual() && !bound.asText().matches("now|today")) {
                values.add(bound);
            }
        }
        return values;
    }

    private static List<JsonNode> lists(JsonNode field) {
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode item : of(field.path("items"))) {
            values.add(JSON.arrayNode().add(item));
        }
        JsonNode good = sound(field.path("items"));
        for (int size : List.of(
                field.path("minItems").asInt(1) - 1,
                field.path("maxItems").asInt(2),
                field.path("maxItems").asInt(2) + 1)) {
            ArrayNode list = JSON.arrayNode();
            for (int i = 0; i < size; i++) {
                list.add(good);
            }
            values.add(list);
        }
        return values;
    }

    private static List<JsonNode> shapes(JsonNode field) {
        ObjectNode good = (ObjectNode) sound(field);
        List<JsonNode> values = new ArrayList<>(List.of(good));
        for (JsonNode part : field.path("fields")) {
            String name = part.path("name").asText();
            values.add(good.deepCopy().without(name));
            if (!part.path("type").asText().matches("shape|list")) {
                of(part).forEach(value -> values.add(good.deepCopy().set(name, value)));
            }
        }
        return values;
    }

    private static JsonNode sound(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "boolean" -> JSON.booleanNode(true);
            case "integer", "long", "double" ->
                JSON.numberNode(field.path("minimum").asInt(1));
            case "decimal" -> JSON.textNode(field.path("minimum").asText("0"));
            case "date" -> JSON.textNode("2026-03-31");
            case "time" -> JSON.textNode("09:30:00");
            case "timestamp" -> JSON.textNode("2026-03-31T09:30:00Z");
            case "id" -> JSON.textNode(UUIDS.get(0));
            case "enum" -> field.at("/values/0/value");
            case "shape" -> {
                ObjectNode shape = JSON.objectNode();
                field.path("fields").forEach(part -> {
                    if (part.path("required").asBoolean()) {
                        shape.set(part.path("name").asText(), sound(part));
                    }
                });
                yield shape;
            }
            case "list" -> JSON.arrayNode();
            default ->
                JSON.textNode(
                        field.path("format").asText().equals("email")
                                ? "ann@example.org"
                                : field.path("format").asText().equals("uri")
                                        ? "https://example.org"
                                        : "a"
                                                .repeat(Math.max(
                                                        field.path("minLength").asInt(1), 1)));
        };
    }

    private static List<JsonNode> parsed(List<String> json) {
        return json.stream().map(Schemas::tree).toList();
    }

    private static List<JsonNode> texts(List<String> texts) {
        return texts.stream().map(text -> (JsonNode) JSON.textNode(text)).toList();
    }

    private static List<JsonNode> join(List<JsonNode> a, List<JsonNode> b) {
        List<JsonNode> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }
}
