package dev.owlet.processor.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** How types of expressions relate. */
final class ExprTypes implements FieldType.Cases<Expr.Type> {
    /** Narrow to wide: a wider one takes every value of a narrower one, but for the rounding of a double. */
    private static final List<Expr.Type> NUMBERS =
            List.of(Expr.Type.INT, Expr.Type.LONG, Expr.Type.DECIMAL, Expr.Type.DOUBLE);

    static boolean isNumber(Expr.Type type) {
        return NUMBERS.contains(type);
    }

    /** The type that takes values of both. */
    static Expr.Type wider(Expr.Type left, Expr.Type right) {
        return NUMBERS.get(Math.max(NUMBERS.indexOf(left), NUMBERS.indexOf(right)));
    }

    /** Whether a value of {@code from} can be taken as one of {@code to}. */
    static boolean fits(Expr.Type from, Expr.Type to) {
        return from == to || isNumber(from) && isNumber(to) && wider(from, to) == to;
    }

    /** The narrowest type of a number as written. */
    static Expr.Type ofNumber(String text) {
        if (text.indexOf('.') >= 0) {
            return Expr.Type.DECIMAL;
        }
        int bits = new BigInteger(text).bitLength();
        return bits < Integer.SIZE ? Expr.Type.INT : bits < Long.SIZE ? Expr.Type.LONG : Expr.Type.DECIMAL;
    }

    static boolean isZero(String number) {
        return new BigDecimal(number).signum() == 0;
    }

    static Expr.Type of(FieldType type) {
        return type.match(new ExprTypes());
    }

    @Override
    public Expr.Type bool(FieldType.Bool type) {
        return Expr.Type.BOOL;
    }

    @Override
    public Expr.Type integer(FieldType.Int type) {
        return Expr.Type.INT;
    }

    @Override
    public Expr.Type longInteger(FieldType.Long type) {
        return Expr.Type.LONG;
    }

    @Override
    public Expr.Type doubleFloat(FieldType.Double type) {
        return Expr.Type.DOUBLE;
    }

    @Override
    public Expr.Type decimal(FieldType.Decimal type) {
        return Expr.Type.DECIMAL;
    }

    @Override
    public Expr.Type text(FieldType.Text type) {
        return Expr.Type.TEXT;
    }

    @Override
    public Expr.Type markdown(FieldType.Markdown type) {
        return Expr.Type.TEXT;
    }

    @Override
    public Expr.Type email(FieldType.Email type) {
        return Expr.Type.TEXT;
    }

    @Override
    public Expr.Type url(FieldType.Url type) {
        return Expr.Type.TEXT;
    }

    @Override
    public Expr.Type uuid(FieldType.Uuid type) {
        return Expr.Type.UUID;
    }

    @Override
    public Expr.Type date(FieldType.Date type) {
        return Expr.Type.DATE;
    }

    @Override
    public Expr.Type time(FieldType.Time type) {
        return Expr.Type.TIME;
    }

    @Override
    public Expr.Type timestamp(FieldType.Timestamp type) {
        return Expr.Type.TIMESTAMP;
    }

    @Override
    public Expr.Type json(FieldType.Json type) {
        return Expr.Type.OTHER;
    }

    @Override
    public Expr.Type file(FieldType.File type) {
        return Expr.Type.OTHER;
    }

    @Override
    public Expr.Type enumeration(FieldType.EnumOf type) {
        return Expr.Type.ENUM;
    }

    @Override
    public Expr.Type shape(FieldType.ShapeOf type) {
        return Expr.Type.OTHER;
    }

    @Override
    public Expr.Type reference(FieldType.Reference type) {
        return type.keyType().match(this);
    }

    @Override
    public Expr.Type list(FieldType.ListOf type) {
        return Expr.Type.LIST;
    }
}
