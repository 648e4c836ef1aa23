package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** 32 bits, signed. */
final class IntType extends ScalarType<Integer> {
    private static final String EXPECTATION = "must be a whole number from -2147483648 to 2147483647";

    IntType() {
        super(Kind.INT);
    }

    @Override
    Integer strict(JsonNode node) {
        return narrow(Numbers.whole(node, EXPECTATION));
    }

    @Override
    public Integer parse(String text) {
        return narrow(Numbers.whole(token(text, EXPECTATION), EXPECTATION));
    }

    @Override
    public @Nullable Integer quick(char[] text, int from, int to) {
        boolean negative = Digits.isNegative(text, from, to);
        long number = Digits.number(text, negative ? from + 1 : from, to);
        long value = negative ? -number : number;
        return number == Digits.NONE || value != (int) value ? null : Integer.valueOf((int) value);
    }

    private static int narrow(long value) {
        if (value != (int) value) {
            throw BadValueException.type(EXPECTATION);
        }
        return (int) value;
    }

    @Override
    public void write(Integer value, JsonGenerator out) throws IOException {
        out.writeNumber(value);
    }

    @Override
    public String format(Integer value) {
        return value.toString();
    }

    @Override
    public int compare(Integer a, Integer b) {
        return a.compareTo(b);
    }
}
