package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * IEEE 754, 64 bits, finite: JSON and SQL engines do not agree on NaN and infinities. Negative zero is read as zero, and
 * orders as zero.
 */
final class DoubleType extends ScalarType<Double> {
    private static final String EXPECTATION = "must be a number";
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
