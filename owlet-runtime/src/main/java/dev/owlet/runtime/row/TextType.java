package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Unicode text, kept as it is: neither trimmed nor normalised. */
final class TextType extends ScalarType<String> {
    TextType() {
        super(Kind.TEXT);
    }

    @Override
    String strict(JsonNode node) {
        if (!node.isTextual()) {
            throw BadValueException.type("must be text");
        }
        return parse(node.textValue());
    }

    /** A number or truth value in a text field is its text. */
    @Override
    String lenient(JsonNode node) {
        return node.isNumber() || node.isBoolean() ? node.asText() : strict(node);
    }

    @Override
    public String parse(String text) {
        return valid(text);
    }

    @Override
    public @Nullable String quick(char[] text, int from, int to) {
        if (to - from > Texts.MAX_LENGTH) {
            return null;
        }
        for (int i = from; i < to; i++) {
            if (text[i] == 0 || Character.isSurrogate(text[i])) {
                return null;
            }
        }
        return new String(text, from, to - from);
    }

    static String valid(String text) {
        if (text.length() > Texts.MAX_LENGTH) {
            throw new BadValueException("maxLength", "must have at most " + Texts.MAX_LENGTH + " characters");
        }
        if (!Texts.isStorable(text)) {
            throw BadValueException.type("must not hold the character U+0000 nor half of a surrogate pair");
        }
        return text;
    }

    @Override
    public void write(String value, JsonGenerator out) throws IOException {
        out.writeString(value);
    }

    @Override
    public String format(String value) {
        return value;
    }

    @Override
    public int compare(String a, String b) {
        return Texts.compare(a, b);
    }
}
