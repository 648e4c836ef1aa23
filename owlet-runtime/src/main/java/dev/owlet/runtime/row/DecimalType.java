package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Exact decimals of at most {@code precision} digits, {@code scale} of them after the point. Values that are read have
 * exactly {@code scale} places; nothing is ever rounded. In JSON a string ({@code "12.50"}); a number is accepted.
 */
public final class DecimalType extends ScalarType<BigDecimal> {
    /** The widest decimal that Parquet and Delta readers share. */
    public static final int MAX_PRECISION = 38;

    /** Of ten; as many as a long has for any digits. */
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private final int precision;
    private final int scale;
    private final String expectation;

    DecimalType(int precision, int scale) {
        super(Kind.DECIMAL);
        if (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision) {
            throw new IllegalArgumentException("decimal(" + precision + "," + scale + ") does not exist");
        }
        this.precision = precision;
        this.scale = scale;
        this.expectation = "must be a decimal such as "
                + BigDecimal.valueOf(125, Math.min(scale, 2)).toPlainString();
    }

    public int precision() {
        return precision;
    }

    public int scale() {
        return scale;
    }

    @Override
    BigDecimal strict(JsonNode node) {
        if (node.isNumber()) {
            return fit(node.decimalValue());
        }
        String text = string(node, expectation);
        if (!isPlain(text)) {
            throw BadValueException.type(expectation);
        }
        return fit(new BigDecimal(text));
    }

    /** Scientific notation is taken too: spreadsheets export it. */
    @Override
    public BigDecimal parse(String text) {
        return fit(Numbers.decimal(token(text, expectation), expectation));
    }

    /** {@code -1234.5}, within 18 digits. */
    @Override
    public @Nullable BigDecimal quick(char[] text, int from, int to) {
        boolean negative = Digits.isNegative(text, from, to);
        int start = negative ? from + 1 : from;
        int point = Digits.indexOf('.', text, start, to);
        long whole = Digits.number(text, start, point);
        if (whole == Digits.NONE) {
            return null;
        }
        int places = Math.max(0, to - point - 1);
        long fraction = point == to ? 0 : Digits.number(text, point + 1, to);
        if (fraction == Digits.NONE || places > scale || point - start + scale > POWERS.length - 1) {
            return null;
        }
        long value = whole * POWERS[scale] + fraction * POWERS[scale - places];
        if (precision < POWERS.length && value >= POWERS[precision]) {
            return null;
        }
        return BigDecimal.valueOf(negative ? -value : value, scale);
    }

    private BigDecimal fit(BigDecimal value) {
        Violations violations = new Violations();
        violations.decimal("", value, precision, scale);
        if (!violations.isEmpty()) {
            Violation v = violations.list().get(0);
            throw new BadValueException(v.code(), v.message());
        }
        return scaled(value);
    }

    /** A value that fits, with exactly {@code scale} places. */
    private BigDecimal scaled(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.valueOf(0, scale); // 0e1000000000 cannot be rescaled
        }
        return value.scale() == scale ? value : value.setScale(scale);
    }

    /** {@code -?[0-9]+(\.[0-9]+)?}, the pattern of the JSON Schema. */
    private static boolean isPlain(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        if (point < 0) {
            return Numbers.isDigits(text, start, text.length());
        }
        return Numbers.isDigits(text, start, point) && Numbers.isDigits(text, point + 1, text.length());
    }

    @Override
    public void write(BigDecimal value, JsonGenerator out) throws IOException {
        out.writeString(format(value));
    }

    /**
     * Plain notation with exactly {@code scale} places.
     *
     * @throws ArithmeticException when the value has more places; constructors of records refuse such values
     */
    @Override
    public String format(BigDecimal value) {
        return scaled(value).toPlainString();
    }

    @Override
    public int compare(BigDecimal a, BigDecimal b) {
        return Numbers.compare(a, b);
    }

    @Override
    public String toString() {
        return "decimal(" + precision + "," + scale + ")";
    }
}
