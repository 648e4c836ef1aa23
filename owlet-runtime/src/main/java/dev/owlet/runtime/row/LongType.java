package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** 64 bits, signed. In JSON a string beyond 2^53, where JavaScript's numbers lose digits; read from either. */
final class LongType extends ScalarType<Long> {
    private static final String EXPECTATION = "must be a whole number from -9223372036854775808 to 9223372036854775807";
    private static final long EXACT_IN_JAVASCRIPT = 1L << 53;

    LongType() {
        super(Kind.LONG);
    }

    @Override
    Long strict(JsonNode node) {
        if (!node.isTextual()) {
            return Numbers.whole(node, EXPECTATION);
        }
        return Numbers.plain(string(node, EXPECTATION), EXPECTATION);
    }

    @Override
    public Long parse(String text) {
        return Numbers.whole(token(text, EXPECTATION), EXPECTATION);
    }

    @Override
    public @Nullable Long quick(char[] text, int from, int to) {
        boolean negative = Digits.isNegative(text, from, to);
        long number = Digits.number(text, negative ? from + 1 : from, to);
        return number == Digits.NONE ? null : Long.valueOf(negative ? -number : number);
    }

    @Override
    public void write(Long value, JsonGenerator out) throws IOException {
        if (value > EXACT_IN_JAVASCRIPT || value < -EXACT_IN_JAVASCRIPT) {
            out.writeString(value.toString());
        } else {
            out.writeNumber(value);
        }
    }

    @Override
    public String format(Long value) {
        return value.toString();
    }

    @Override
    public int compare(Long a, Long b) {
        return a.compareTo(b);
    }
}
