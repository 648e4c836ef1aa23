package dev.owlet.runtime.row;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rules and computed fields are made of. As in SQL, an absent operand ({@code null}) makes a result absent, and
 * logic has three values. No function throws for any operand: what has no value (a division by zero, an overflow) is
 * absent. Operands of one arithmetic operation are of one type; {@link #longInteger}, {@link #decimal(Number)} and
 * {@link #doubleFloat} widen.
 */
public final class Expressions {
    private Expressions() {}

    /** Whether {@code value} is true; unknown is false. */
    public static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    /** False when either is, else unknown when either is. */
    public static @Nullable Boolean and(@Nullable Boolean a, @Nullable Boolean b) {
        if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
            return false;
        }
        return (a == null || b == null) ? null : true;
    }

    /** True when either is, else unknown when either is. */
    public static @Nullable Boolean or(@Nullable Boolean a, @Nullable Boolean b) {
        if (isTrue(a) || isTrue(b)) {
            return true;
        }
        return (a == null || b == null) ? null : false;
    }

    public static @Nullable Boolean not(@Nullable Boolean a) {
        return a == null ? null : !a;
    }

    /** A part of a shape; absent when the shape is. */
    public static <T, V> @Nullable V get(@Nullable T shape, Function<T, @Nullable V> part) {
        return shape == null ? null : part.apply(shape);
    }

    /** Numbers are equal by size, whatever their types; all else by {@code equals}. */
    public static @Nullable Boolean eq(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return null;
        }
        return (a instanceof Number x && b instanceof Number y) ? Operations.compare(x, y) == 0 : a.equals(b);
    }

    public static @Nullable Boolean ne(@Nullable Object a, @Nullable Object b) {
        return not(eq(a, b));
    }

    public static @Nullable Boolean lt(@Nullable Object a, @Nullable Object b) {
        return (a == null || b == null) ? null : Operations.compare(a, b) < 0;
    }

    public static @Nullable Boolean lte(@Nullable Object a, @Nullable Object b) {
        return (a == null || b == null) ? null : Operations.compare(a, b) <= 0;
    }

    public static @Nullable Boolean gt(@Nullable Object a, @Nullable Object b) {
        return (a == null || b == null) ? null : Operations.compare(a, b) > 0;
    }

    public static @Nullable Boolean gte(@Nullable Object a, @Nullable Object b) {
        return (a == null || b == null) ? null : Operations.compare(a, b) >= 0;
    }

    /** Whether {@code value} equals one of {@code values}. */
    public static @Nullable Boolean in(@Nullable Object value, Object... values) {
        if (value == null) {
            return null;
        }
        for (Object candidate : values) {
            if (isTrue(eq(value, candidate))) {
                return true;
            }
        }
        return false;
    }

    public static @Nullable Long longInteger(@Nullable Number a) {
        return a == null ? null : a.longValue();
    }

    public static @Nullable Double doubleFloat(@Nullable Number a) {
        return a == null ? null : a.doubleValue();
    }

    /** The exact value, of a double too; absent for NaN and infinities. */
    public static @Nullable BigDecimal decimal(@Nullable Number a) {
        return a == null || (a instanceof Double d && !Double.isFinite(d)) ? null : Operations.exact(a);
    }

    /** {@code a} rounded half up to {@code scale} places; absent when it has too many digits for the type. */
    public static @Nullable BigDecimal decimal(@Nullable Number a, int precision, int scale) {
        BigDecimal exact = decimal(a);
        if (exact == null || Numbers.integerDigits(exact) > precision) {
            return null;
        }
        BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_UP);
        return Numbers.integerDigits(rounded) > precision - scale ? null : rounded;
    }

    public static @Nullable Integer add(@Nullable Integer a, @Nullable Integer b) {
        return (a == null || b == null) ? null : Operations.narrow((long) a + b);
    }

    public static @Nullable Long add(@Nullable Long a, @Nullable Long b) {
        return (a == null || b == null) ? null : Operations.exactly(a, b, Math::addExact);
    }

    public static @Nullable Double add(@Nullable Double a, @Nullable Double b) {
        return (a == null || b == null) ? null : Operations.finite(a + b);
    }

    public static @Nullable BigDecimal add(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return (a == null || b == null) ? null : a.add(b);
    }

    public static @Nullable Integer subtract(@Nullable Integer a, @Nullable Integer b) {
        return (a == null || b == null) ? null : Operations.narrow((long) a - b);
    }

    public static @Nullable Long subtract(@Nullable Long a, @Nullable Long b) {
        return (a == null || b == null) ? null : Operations.exactly(a, b, Math::subtractExact);
    }

    public static @Nullable Double subtract(@Nullable Double a, @Nullable Double b) {
        return (a == null || b == null) ? null : Operations.finite(a - b);
    }

    public static @Nullable BigDecimal subtract(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return (a == null || b == null) ? null : a.subtract(b);
    }

    public static @Nullable Integer multiply(@Nullable Integer a, @Nullable Integer b) {
        return (a == null || b == null) ? null : Operations.narrow((long) a * b);
    }

    public static @Nullable Long multiply(@Nullable Long a, @Nullable Long b) {
        return (a == null || b == null) ? null : Operations.exactly(a, b, Math::multiplyExact);
    }

    public static @Nullable Double multiply(@Nullable Double a, @Nullable Double b) {
        return (a == null || b == null) ? null : Operations.finite(a * b);
    }

    public static @Nullable BigDecimal multiply(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return (a == null || b == null) ? null : a.multiply(b);
    }

    /** Towards zero, as SQL divides integers. */
    public static @Nullable Integer divide(@Nullable Integer a, @Nullable Integer b) {
        return (a == null || b == null || b == 0) ? null : Operations.narrow((long) a / b);
    }

    /** Towards zero, as SQL divides integers. */
    public static @Nullable Long divide(@Nullable Long a, @Nullable Long b) {
        return a == null || b == null || b == 0 || (a == Long.MIN_VALUE && b == -1) ? null : Long.valueOf(a / b);
    }

    public static @Nullable Double divide(@Nullable Double a, @Nullable Double b) {
        return (a == null || b == null) ? null : Operations.finite(a / b);
    }

    /** To 34 significant digits (IEEE 754 decimal128). */
    public static @Nullable BigDecimal divide(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return (a == null || b == null || b.signum() == 0) ? null : a.divide(b, MathContext.DECIMAL128);
    }

    public static @Nullable Integer negate(@Nullable Integer a) {
        return subtract(Integer.valueOf(0), a);
    }

    public static @Nullable Long negate(@Nullable Long a) {
        return subtract(Long.valueOf(0), a);
    }

    public static @Nullable Double negate(@Nullable Double a) {
        return subtract(Double.valueOf(0), a);
    }

    public static @Nullable BigDecimal negate(@Nullable BigDecimal a) {
        return a == null ? null : a.negate();
    }

    public static @Nullable Integer abs(@Nullable Integer a) {
        return a == null || a >= 0 ? a : negate(a);
    }

    public static @Nullable Long abs(@Nullable Long a) {
        return a == null || a >= 0 ? a : negate(a);
    }

    public static @Nullable Double abs(@Nullable Double a) {
        return a == null ? null : Double.valueOf(Math.abs(a));
    }

    public static @Nullable BigDecimal abs(@Nullable BigDecimal a) {
        return a == null ? null : a.abs();
    }

    /** Half up, to at most {@code places} places. */
    public static @Nullable BigDecimal round(@Nullable BigDecimal a, @Nullable Integer places) {
        if (a == null || places == null) {
            return null;
        }
        return a.scale() <= places ? a : a.setScale(places, RoundingMode.HALF_UP);
    }

    /** Half up in the decimal notation of {@code a}: 2.675 becomes 2.68. */
    public static @Nullable Double round(@Nullable Double a, @Nullable Integer places) {
        if (a == null || places == null || !Double.isFinite(a)) {
            return null;
        }
        BigDecimal rounded = round(BigDecimal.valueOf(a), places);
        return rounded == null ? null : Operations.finite(rounded.doubleValue());
    }

    /** Code points. */
    public static @Nullable Integer length(@Nullable String text) {
        return text == null ? null : text.codePointCount(0, text.length());
    }

    public static @Nullable Integer size(@Nullable List<?> list) {
        return list == null ? null : list.size();
    }

    public static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    public static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /** The texts joined; absent when one is. */
    public static @Nullable String concat(@Nullable String... texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            if (text == null) {
                return null;
            }
            joined.append(text);
        }
        return joined.toString();
    }

    /** The first present value. */
    @SafeVarargs
    public static <V> @Nullable V coalesce(@Nullable V... values) {
        for (V value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    public static @Nullable Integer year(@Nullable LocalDate date) {
        return date == null ? null : date.getYear();
    }

    public static @Nullable Integer month(@Nullable LocalDate date) {
        return date == null ? null : date.getMonthValue();
    }

    public static @Nullable Integer day(@Nullable LocalDate date) {
        return date == null ? null : date.getDayOfMonth();
    }

    /** In UTC, as are {@link #month(Instant)} and {@link #day(Instant)}. */
    public static @Nullable Integer year(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC).get(ChronoField.YEAR);
    }

    public static @Nullable Integer month(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC).getMonthValue();
    }

    public static @Nullable Integer day(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC).getDayOfMonth();
    }

    /** The present instant, to the microsecond. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** The present date in UTC. */
    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
