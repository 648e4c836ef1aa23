package dev.owlet.processor.emit;

import dev.owlet.processor.model.Expr;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An expression in the words of the language, with the fewest parentheses; for people. */
public final class ExprText implements Expr.Cases<String> {
    /** Lowest first: or, and, not, comparison, sum, product, sign, atom. */
    private static final int NOT = 2;

    private static final int COMPARISON = 3;
    private static final int SIGN = 6;

    private ExprText() {}

    public static String of(Expr expression) {
        return expression.match(new ExprText());
    }

    @Override
    public String literal(Expr.Literal e) {
        return e.type() == Expr.Type.TEXT ? "\"" + e.value().replace("\"", "\\\"") + "\"" : e.value();
    }

    @Override
    public String enumValue(Expr.EnumValue e) {
        return e.code();
    }

    @Override
    public String field(Expr.FieldRef e) {
        return String.join(".", e.path());
    }

    @Override
    public String unary(Expr.Unary e) {
        return e.op() == Expr.UnaryOp.NOT ? "not " + within(e.operand(), NOT) : "-" + within(e.operand(), SIGN);
    }

    @Override
    public String binary(Expr.Binary e) {
        int level = level(e.op());
        // Left-associative: a - (b - c) keeps its parentheses; comparisons do not chain.
        int left = level == COMPARISON ? level + 1 : level;
        return within(e.left(), left) + " " + symbol(e.op()) + " " + within(e.right(), level + 1);
    }

    @Override
    public String isNull(Expr.IsNull e) {
        return within(e.operand(), COMPARISON + 1) + (e.negated() ? " is not null" : " is null");
    }

    @Override
    public String in(Expr.In e) {
        return within(e.operand(), COMPARISON + 1) + " in [" + list(e.values()) + "]";
    }

    @Override
    public String call(Expr.Call e) {
        return e.function().name().toLowerCase(Locale.ROOT) + "(" + list(e.arguments()) + ")";
    }

    private String list(List<Expr> expressions) {
        return expressions.stream().map(e -> e.match(this)).collect(Collectors.joining(", "));
    }

    private String within(Expr inner, int least) {
        String text = inner.match(this);
        return level(inner) < least ? "(" + text + ")" : text;
    }

    private static int level(Expr e) {
        if (e instanceof Expr.Binary binary) {
            return level(binary.op());
        }
        if (e instanceof Expr.Unary unary) {
            return unary.op() == Expr.UnaryOp.NOT ? NOT : SIGN;
        }
        return e instanceof Expr.IsNull || e instanceof Expr.In ? COMPARISON : SIGN + 1;
    }

    private static int level(Expr.BinaryOp op) {
        return switch (op) {
            case OR -> 0;
            case AND -> 1;
            case EQ, NE, LT, LTE, GT, GTE -> COMPARISON;
            case ADD, SUBTRACT -> 4;
            case MULTIPLY, DIVIDE -> 5;
        };
    }

    private static String symbol(Expr.BinaryOp op) {
        return switch (op) {
            case OR -> "or";
            case AND -> "and";
            case EQ -> "=";
            case NE -> "!=";
            case LT -> "<";
            case LTE -> "<=";
            case GT -> ">";
            case GTE -> ">=";
            case ADD -> "+";
            case SUBTRACT -> "-";
            case MULTIPLY -> "*";
            case DIVIDE -> "/";
        };
    }
}
