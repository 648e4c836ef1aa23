package dev.owlet.processor.model;

import java.util.Optional;

/** What operators yield, by their operands. */
final class BinaryTypes {
    private BinaryTypes() {}

    /** The type of the result; empty when the operands do not fit. */
    static Optional<Expr.Type> result(Expr.BinaryOp op, Expr left, Expr right) {
        return switch (op) {
            case OR, AND -> when(left.type() == Expr.Type.BOOL && right.type() == Expr.Type.BOOL, Expr.Type.BOOL);
            case EQ, NE -> when(areComparable(left, right), Expr.Type.BOOL);
            case LT, LTE, GT, GTE -> when(areComparable(left, right) && isOrdered(left.type()), Expr.Type.BOOL);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> arithmetic(op, left.type(), right.type());
        };
    }

    private static Optional<Expr.Type> when(boolean fits, Expr.Type type) {
        return fits ? Optional.of(type) : Optional.empty();
    }

    static boolean areComparable(Expr left, Expr right) {
        if (ExprTypes.isNumber(left.type()) && ExprTypes.isNumber(right.type())) {
            return true;
        }
        boolean plain = left.type() != Expr.Type.LIST && left.type() != Expr.Type.OTHER;
        return plain && left.type() == right.type() && enumName(left).equals(enumName(right));
    }

    private static boolean isOrdered(Expr.Type type) {
        return type != Expr.Type.BOOL && type != Expr.Type.ENUM && type != Expr.Type.UUID;
    }

    /** Enums are comparable within one enum only. */
    static Optional<String> enumName(Expr e) {
        if (e instanceof Expr.EnumValue value) {
            return Optional.of(value.enumName());
        }
        if (e instanceof Expr.Call call && call.function() == Expr.Function.COALESCE) {
            return enumName(call.arguments().get(0));
        }
        return e instanceof Expr.FieldRef ref ? ref.enumName() : Optional.empty();
    }

    /** A quotient is never whole: it is a decimal, or a double when an operand is one. */
    private static Optional<Expr.Type> arithmetic(Expr.BinaryOp op, Expr.Type left, Expr.Type right) {
        if (!ExprTypes.isNumber(left) || !ExprTypes.isNumber(right)) {
            return Optional.empty();
        }
        Expr.Type wider = ExprTypes.wider(left, right);
        return Optional.of(op == Expr.BinaryOp.DIVIDE ? ExprTypes.wider(wider, Expr.Type.DECIMAL) : wider);
    }

    static String cure(Expr.BinaryOp op) {
        return switch (op) {
            case OR, AND -> "Both sides must be conditions";
            case EQ, NE -> "Compare values of one type";
            case LT, LTE, GT, GTE -> "Only numbers, texts, dates, times and timestamps have an order";
            case ADD -> "Add numbers; join texts by concat(a, b)";
            case SUBTRACT, MULTIPLY, DIVIDE -> "Calculate with numbers";
        };
    }
}
