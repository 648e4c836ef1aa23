package dev.owlet.processor.emit.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Expr;
import java.util.List;
import java.util.Locale;

/**
 * An expression as a tree that the web app evaluates: {@code {value, yields}}, {@code {field, yields}}
 * or {@code {op, yields, args}}. Values are text as in the model, so that no digit is lost; bools are bools.
 */
final class WebExpressions implements Expr.Cases<ObjectNode> {
    private WebExpressions() {}

    static ObjectNode of(Expr expression) {
        return expression.match(new WebExpressions());
    }

    @Override
    public ObjectNode literal(Expr.Literal e) {
        ObjectNode web = Json.object();
        if (e.type() == Expr.Type.BOOL) {
            web.put("value", Boolean.parseBoolean(e.value()));
        } else {
            web.put("value", e.value());
        }
        return web.put("yields", name(e.type()));
    }

    @Override
    public ObjectNode enumValue(Expr.EnumValue e) {
        return Json.object().put("value", e.code()).put("yields", name(e.type()));
    }

    @Override
    public ObjectNode field(Expr.FieldRef e) {
        return Json.object().put("field", String.join(".", e.path())).put("yields", name(e.type()));
    }

    @Override
    public ObjectNode unary(Expr.Unary e) {
        if (e.op() == Expr.UnaryOp.NEGATE && e.operand() instanceof Expr.Literal number) {
            return literal(new Expr.Literal(number.type(), "-" + number.value()));
        }
        return operation(name(e.op()), e.type(), List.of(e.operand()));
    }

    @Override
    public ObjectNode binary(Expr.Binary e) {
        return operation(name(e.op()), e.type(), List.of(e.left(), e.right()));
    }

    /** What cannot be absent is not asked for its value, as in the generated record. */
    @Override
    public ObjectNode isNull(Expr.IsNull e) {
        if (!e.operand().nullable()) {
            return literal(new Expr.Literal(Expr.Type.BOOL, Boolean.toString(e.negated())));
        }
        return operation(e.negated() ? "is_not_null" : "is_null", e.type(), List.of(e.operand()));
    }

    @Override
    public ObjectNode in(Expr.In e) {
        ObjectNode web = operation("in", e.type(), List.of(e.operand()));
        e.values().forEach(value -> web.withArray("args").add(value.match(this)));
        return web;
    }

    @Override
    public ObjectNode call(Expr.Call e) {
        return operation(name(e.function()), e.type(), e.arguments());
    }

    private ObjectNode operation(String op, Expr.Type type, List<Expr> arguments) {
        ObjectNode web = Json.object().put("op", op).put("yields", name(type));
        web.putArray("args");
        arguments.forEach(argument -> web.withArray("args").add(argument.match(this)));
        return web;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
