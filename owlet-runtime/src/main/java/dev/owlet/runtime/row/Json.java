package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one JSON configuration: exact decimals, duplicate names refused, nesting and sizes bounded. */
public final class Json {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final String NOT_JSON = "is not valid JSON";

    /** Reads and writes trees; thread-safe. */
    public static final JsonMapper MAPPER = new JsonMapper.Builder(new ExactMapper(factory()))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /**
     * The tree of a JSON text.
     *
     * @throws ViolationException when {@code text} is not JSON
     */
    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ViolationException(List.of(new Violation("", "type", NOT_JSON + place(e))));
        }
    }

    /**
     * A value from the text of its JSON.
     *
     * @throws BadValueException when {@code text} is not JSON, or not such a value
     */
    static <V> V parse(ValueType<V> type, String text) {
        Violations violations = new Violations();
        V value = read(type, text, "", violations);
        if (value == null) {
            throw BadValueException.type(new ViolationException(violations.list()).getMessage());
        }
        return value;
    }

    /** A value from the text of its JSON; null, and violations added under {@code pointer}, when it is none. */
    static <V> @Nullable V read(ValueType<V> type, String text, String pointer, Violations violations) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            violations.add(pointer, "type", expectation(type.kind()));
            return null;
        }
        if (type.kind() == ValueType.Kind.LIST && !node.isArray() && !node.isNull() && !node.isMissingNode()) {
            violations.add(pointer, "type", expectation(type.kind()));
            return null;
        }
        if (node.isMissingNode() || node.isNull()) {
            violations.add(pointer, "required", "is required");
            return null;
        }
        return type.read(node, ValueType.Mode.IMPORT, pointer, violations);
    }

    /** What a cell of a file must hold, for people who have not met JSON before. */
    private static String expectation(ValueType.Kind kind) {
        return switch (kind) {
            case LIST -> "must be a list such as [\"a\", \"b\"] or [1, 2]";
            case STRUCT -> "must be an object such as {\"a\": 1}";
            default -> "must be JSON; texts stand in double quotes";
        };
    }

    /**
     * Where a text stops being JSON, and why where that tells people more; never what stands there, which may be
     * anything. Begins with a space, unless it is empty.
     */
    public static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
        return twice ? place + ", where a name stands a second time" : place;
    }

    static <V> String format(ValueType<V> type, V value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = MAPPER.createGenerator(text)) {
            type.write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Exponents beyond the range of {@code int} are bad JSON to the caller, not a fault of the program. */
    private static final class ExactMapper extends JsonMapper {
        private static final long serialVersionUID = 1L;

        ExactMapper(JsonFactory factory) {
            super(factory);
        }

        @Override
        protected JsonNode _readTreeAndClose(JsonParser parser) throws IOException {
            try {
                return super._readTreeAndClose(parser);
            } catch (NumberFormatException e) {
                throw new JsonParseException(parser, "a number is out of range", e);
            }
        }
    }
}
