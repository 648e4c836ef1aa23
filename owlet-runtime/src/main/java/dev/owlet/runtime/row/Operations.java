package dev.owlet.runtime.row;

import java.math.BigDecimal;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** The arithmetic below {@link Expressions}: order over all types, results that may not exist. */
final class Operations {
    private Operations() {}

    /** Numbers by size, text by code point, all else by its own order. */
    static int compare(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return compare(x, y);
        }
        if (a instanceof String x && b instanceof String y) {
            return Texts.compare(x, y);
        }
        return natural(a, b);
    }

    static int compare(Number a, Number b) {
        if (isIntegral(a) && isIntegral(b)) {
            return Long.compare(a.longValue(), b.longValue());
        }
        if (isInexact(a) || isInexact(b)) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return Numbers.compare(exact(a), exact(b));
    }

    /** The compiler of the model has seen to it that both are of one type. */
    @SuppressWarnings("unchecked")
    private static int natural(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    static BigDecimal exact(Number a) {
        if (a instanceof BigDecimal decimal) {
            return decimal;
        }
        return a instanceof Double d ? new BigDecimal(d) : BigDecimal.valueOf(a.longValue());
    }

    private static boolean isIntegral(Number a) {
        return a instanceof Integer || a instanceof Long;
    }

    /** NaN and infinities have no decimal. */
    private static boolean isInexact(Number a) {
        return a instanceof Double d && !Double.isFinite(d);
    }

    static @Nullable Integer narrow(long result) {
        return result == (int) result ? Integer.valueOf((int) result) : null;
    }

    static @Nullable Double finite(double result) {
        return Double.isFinite(result) ? Double.valueOf(result) : null;
    }

    static @Nullable Long exactly(long a, long b, LongBinaryOperator operation) {
        try {
            return operation.applyAsLong(a, b);
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
