package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** True or false; as text also yes and no, on and off, 1 and 0, and first letters, without case. */
final class BoolType extends ScalarType<Boolean> {
    private static final String EXPECTATION = "must be true or false";

    BoolType() {
        super(Kind.BOOL);
    }

    @Override
    Boolean strict(JsonNode node) {
        if (!node.isBoolean()) {
            throw BadValueException.type(EXPECTATION);
        }
        return node.booleanValue();
    }

    @Override
    Boolean lenient(JsonNode node) {
        return node.isIntegralNumber() ? parse(node.asText()) : super.lenient(node);
    }

    @Override
    public Boolean parse(String text) {
        return switch (token(text, EXPECTATION).toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "t", "y", "1" -> true;
            case "false", "no", "off", "f", "n", "0" -> false;
            default -> throw BadValueException.type(EXPECTATION);
        };
    }

    @Override
    public @Nullable Boolean quick(char[] text, int from, int to) {
        if (to - from == 1) {
            return text[from] == '1' ? Boolean.TRUE : text[from] == '0' ? Boolean.FALSE : null;
        }
        if (to - from == 4 && text[from] == 't' && text[from + 1] == 'r' && text[from + 2] == 'u') {
            return text[from + 3] == 'e' ? Boolean.TRUE : null;
        }
        boolean no = to - from == 5
                && text[from] == 'f'
                && text[from + 1] == 'a'
                && text[from + 2] == 'l'
                && text[from + 3] == 's'
                && text[from + 4] == 'e';
        return no ? Boolean.FALSE : null;
    }

    @Override
    public void write(Boolean value, JsonGenerator out) throws IOException {
        out.writeBoolean(value);
    }

    @Override
    public String format(Boolean value) {
        return value.toString();
    }

    @Override
    public int compare(Boolean a, Boolean b) {
        return a.compareTo(b);
    }
}
