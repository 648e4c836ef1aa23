package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * IEEE 754, 64 bits, finite: JSON and SQL engines do not agree on NaN and infinities. Negative zero is read as zero, and
 * orders as zero.
 */
final class DoubleType extends ScalarType<Double> {
    private static final String EXPECTATION = "must be a number";
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final String TOO_LARGE = "must be a number no larger than 1.7976931348623157E308";

    DoubleType() {
        super(Kind.DOUBLE);
    }

    @Override
    Double strict(JsonNode node) {
        if (!node.isNumber()) {
            throw BadValueException.type(EXPECTATION);
        }
        return finite(node.doubleValue());
    }

    @Override
    public Double parse(String text) {
        return finite(Numbers.decimal(token(text, EXPECTATION), EXPECTATION).doubleValue());
    }

    /**
     * At most 15 digits: both they and the power of ten are exact, so their quotient is the nearest number (Clinger, "How to
     * Read Floating Point Numbers Accurately", 1990).
     */
    @Override
    public @Nullable Double quick(char[] text, int from, int to) {
        boolean negative = Digits.isNegative(text, from, to);
        int start = negative ? from + 1 : from;
        int point = Digits.indexOf('.', text, start, to);
        long whole = Digits.number(text, start, point);
        long fraction = point == to ? 0 : Digits.number(text, point + 1, to);
        int places = Math.max(0, to - point - 1);
        if (whole == Digits.NONE || fraction == Digits.NONE || point - start + places > EXACT_DIGITS) {
            return null;
        }
        double value = (whole * (long) POWERS[places] + fraction) / POWERS[places];
        return positiveZero(negative ? -value : value);
    }

    static Double finite(Double value) {
        if (!Double.isFinite(value)) {
            throw BadValueException.type(TOO_LARGE);
        }
        return positiveZero(value);
    }

    private static double positiveZero(double value) {
        return value + 0.0;
    }

    @Override
    public void write(Double value, JsonGenerator out) throws IOException {
        out.writeNumber(value);
    }

    @Override
    public String format(Double value) {
        return value.toString();
    }

    @Override
    public int compare(Double a, Double b) {
        return Double.compare(positiveZero(a), positiveZero(b));
    }
}
