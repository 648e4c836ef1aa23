package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import java.util.List;

/** An expression as written; no name in it is resolved. */
sealed interface ExprTree {
    Position at();

    /** A field, a field of a shape ({@code position.lat}) or a value of an enum. */
    record Name(List<String> path, Position at) implements ExprTree {}

    record Literal(Expr.Type type, String value, Position at) implements ExprTree {}

    record Unary(Expr.UnaryOp op, ExprTree operand, Position at) implements ExprTree {}

    /** @param at where the operator stands */
    record Binary(Expr.BinaryOp op, String sign, ExprTree left, ExprTree right, Position at) implements ExprTree {}

    record IsNull(ExprTree operand, boolean negated, Position at) implements ExprTree {}

    record In(ExprTree operand, List<ExprTree> values, Position at) implements ExprTree {}

    record Call(String function, List<ExprTree> arguments, Position at) implements ExprTree {}
}
