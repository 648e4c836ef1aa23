package dev.owlet.processor.emit.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.owlet.processor.emit.ExprText;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.JsonLiteral;
import dev.owlet.processor.model.Expr;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.Field.Bound;
import dev.owlet.processor.model.FieldType;
import java.util.Locale;

/** Fields as the web app knows them. */
final class WebFields {
    private static final WebTypes TYPES = new WebTypes();

    private WebFields() {}

    static ObjectNode of(Field field) {
        ObjectNode web = Json.object().put("name", field.name()).put("label", field.label());
        ObjectNode type = field.type().match(TYPES);
        constrain(type.get("items") instanceof ObjectNode items ? items : type, field);
        web.setAll(type);
        describe(web, field);
        field.minItems().ifPresent(n -> web.put("minItems", n));
        field.maxItems().ifPresent(n -> web.put("maxItems", n));
        field.defaultValue().ifPresent(value -> defaultValue(web, field.type(), value));
        field.computed().ifPresent(expression -> computed(web, field, expression));
        return web;
    }

    private static void computed(ObjectNode web, Field field, Expr expression) {
        web.put("readOnly", true).put("computed", ExprText.of(expression));
        web.set("expression", WebExpressions.of(expression));
        flag(web, "optional", field.optional());
    }

    /** {@code InvoiceLine} → {@code invoiceLine}. */
    static String lowerCamel(String concept) {
        return concept.substring(0, 1).toLowerCase(Locale.ROOT) + concept.substring(1);
    }

    private static void constrain(ObjectNode type, Field field) {
        FieldType element = field.type() instanceof FieldType.ListOf list ? list.element() : field.type();
        field.min()
                .ifPresent(
                        bound -> type.set(bound.inclusive() ? "minimum" : "exclusiveMinimum", bound(element, bound)));
        field.max()
                .ifPresent(
                        bound -> type.set(bound.inclusive() ? "maximum" : "exclusiveMaximum", bound(element, bound)));
        field.pattern().ifPresent(pattern -> type.put("pattern", "^(?:" + pattern + ")$"));
    }

    /** Bounds of int and double are numbers; all others are text, so that nothing is rounded on the way. */
    private static JsonNode bound(FieldType type, Bound bound) {
        boolean number = type instanceof FieldType.Int || type instanceof FieldType.Double;
        return number ? JsonLiteral.of(type, bound.value()) : TextNode.valueOf(bound.value());
    }

    private static void describe(ObjectNode web, Field field) {
        Json.putText(web, "description", field.description());
        field.example().ifPresent(example -> web.put("example", example));
        field.unit().ifPresent(unit -> web.put("unit", unit));
        flag(web, "required", isDemanded(field));
        flag(web, "unique", field.unique());
        flag(web, "pii", field.pii());
    }

    /** An empty list is a value. */
    private static boolean isDemanded(Field field) {
        boolean mayBeEmpty =
                field.type() instanceof FieldType.ListOf && field.minItems().orElse(0) == 0;
        return !field.optional() && field.isEntered() && !mayBeEmpty;
    }

    private static void flag(ObjectNode web, String name, boolean value) {
        if (value) {
            web.put(name, true);
        }
    }

    private static void defaultValue(ObjectNode web, FieldType type, Field.Default value) {
        if (value instanceof Field.Default.Literal literal) {
            web.set("default", JsonLiteral.of(type, literal.value()));
        } else if (value instanceof Field.Default.EmptyList) {
            web.putArray("default");
        } else if (value instanceof Field.Default.NewUuid) {
            web.put("readOnly", true).put("generated", "uuid");
        } else {
            web.put("generated", value instanceof Field.Default.Now ? "now" : "today");
        }
    }
}
