package dev.owlet.runtime.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Types without parts. */
public abstract sealed class ScalarType<V> extends ValueType<V>
        permits BoolType,
                IntType,
                LongType,
                DoubleType,
                DecimalType,
                TextType,
                UuidType,
                DateType,
                TimeType,
                TimestampType,
                JsonType {
    /** Longest text that can be a number, a date or a UUID; what is longer is refused unread. */
    private static final int MAX_TOKEN = 100;

    private final Kind kind;

    ScalarType(Kind kind) {
        this.kind = kind;
    }

    @Override
    public final Kind kind() {
        return kind;
    }

    @Override
    public final @Nullable V read(JsonNode node, Mode mode, String pointer, Violations violations) {
        try {
            return mode == Mode.STRICT ? strict(node) : lenient(node);
        } catch (BadValueException e) {
            violations.add(pointer, e.code(), e.getMessage());
            return null;
        }
    }

    /** The value of a node of exactly the JSON type that the API documents. */
    abstract V strict(JsonNode node);

    /** The value of a node of an import: text is parsed; all else must be as the API takes it. */
    V lenient(JsonNode node) {
        return node.isTextual() ? parse(node.textValue()) : strict(node);
    }

    /** {@code text} without surrounding space; a fault when it is empty or longer than any value of a short type. */
    static String token(String text, String expectation) {
        String token = text.strip();
        if (token.isEmpty() || token.length() > MAX_TOKEN) {
            throw BadValueException.type(expectation);
        }
        return token;
    }

    /** The text of a JSON string, which must not be longer than any value of a short type. */
    static String string(JsonNode node, String expectation) {
        String text = node.textValue();
        if (text == null || text.isEmpty() || text.length() > MAX_TOKEN) {
            throw BadValueException.type(expectation);
        }
        return text;
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
