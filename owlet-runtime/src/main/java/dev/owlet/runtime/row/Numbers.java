package dev.owlet.runtime.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * Numbers from text and JSON without surprises: {@code 1e1000000000} is a small {@link BigDecimal} whose digits, if ever
 * spelled out, fill the memory, so sizes are judged by precision and scale before any digit is computed.
 */
final class Numbers {
    /** An exponent beyond this fits no type of ours; told apart before arithmetic on scales can overflow. */
    private static final int FAR = 1_000;

    private Numbers() {}

    /** A whole number within the range of {@code long}; {@code 3.0} and {@code 3e2} are whole, as in JSON Schema. */
    static long whole(JsonNode node, String expectation) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (!node.isNumber()) {
            throw BadValueException.type(expectation);
        }
        return whole(node.decimalValue(), expectation);
    }

    static long whole(String token, String expectation) {
        return whole(decimal(token, expectation), expectation);
    }

    /** {@code -?[0-9]+}, as the API writes numbers that JavaScript cannot hold. */
    static long plain(String text, String expectation) {
        if (!isDigits(text, text.startsWith("-") ? 1 : 0, text.length())) {
            throw BadValueException.type(expectation);
        }
        return whole(text, expectation);
    }

    /** Whether the part of {@code text} is not empty and all ASCII digits. */
    static boolean isDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return end > start;
    }

    private static long whole(BigDecimal value, String expectation) {
        if (integerDigits(value) > 19 || decimalPlaces(value) > 0) {
            throw BadValueException.type(expectation);
        }
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw BadValueException.type(expectation);
        }
    }

    /** A decimal in plain or scientific notation with ASCII digits. */
    static BigDecimal decimal(String token, String expectation) {
        for (int i = 0; i < token.length(); i++) {
            if (token.charAt(i) > 'e') { // BigDecimal would take the digits of every script
                throw BadValueException.type(expectation);
            }
        }
        try {
            return new BigDecimal(token);
        } catch (NumberFormatException e) {
            throw BadValueException.type(expectation);
        }
    }

    /** Digits before the point, leading zeros apart; at most 0 for a fraction. */
    static long integerDigits(BigDecimal value) {
        return value.signum() == 0 ? 0 : (long) value.precision() - value.scale();
    }

    /** Digits after the point, trailing zeros apart. */
    static int decimalPlaces(BigDecimal value) {
        if (value.signum() == 0 || value.scale() <= 0) {
            return 0;
        }
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    /** Order by size, as {@link BigDecimal#compareTo}, which is quick unless the magnitudes are equal and far out. */
    static int compare(BigDecimal a, BigDecimal b) {
        if (Math.abs((long) a.scale() - b.scale()) <= FAR || a.signum() != b.signum()) {
            return a.compareTo(b);
        }
        long difference = integerDigits(a) - integerDigits(b);
        return difference == 0 ? a.compareTo(b) : Long.signum(difference) * a.signum();
    }
}
