package dev.owlet.processor.model;

import java.util.Optional;

/** A text in quotes becomes a value of the other operand's type where it is one: {@code day = "2026-01-31"}. */
final class Coercion {
    private Coercion() {}

    static Expr towards(Expr expr, Expr other, Optional<EnumType> otherEnum) {
        if (!(expr instanceof Expr.Literal literal) || literal.type() != Expr.Type.TEXT) {
            return expr;
        }
        Optional<FieldType> type = type(other, otherEnum);
        if (type.isEmpty() || Literals.parse(type.get(), literal.value()).isEmpty()) {
            return expr;
        }
        return otherEnum.isPresent()
                ? new Expr.EnumValue(otherEnum.get().name(), literal.value())
                : new Expr.Literal(other.type(), literal.value());
    }

    private static Optional<FieldType> type(Expr other, Optional<EnumType> otherEnum) {
        if (otherEnum.isPresent()) {
            return otherEnum.map(FieldType.EnumOf::new);
        }
        return switch (other.type()) {
            case UUID -> Optional.of(new FieldType.Uuid());
            case DATE -> Optional.of(new FieldType.Date());
            case TIME -> Optional.of(new FieldType.Time());
            case TIMESTAMP -> Optional.of(new FieldType.Timestamp());
            default -> Optional.empty();
        };
    }
}
