package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The one JSON configuration: exact decimals, duplicate names refused, nesting and sizes bounded. */
public final class Json {
    private static final int MAX_DEPTH = 64;

    /** Reads and writes trees; thread-safe. */
    public static final JsonMapper MAPPER = JsonMapper.builder(factory())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    private static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(100)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** @throws ViolationException when {@code text} is not JSON */
    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ViolationException(
                    List.of(new Violation("", "type", "must be JSON: " + e.getOriginalMessage())));
        }
    }

    static <V> V parse(ValueType<V> type, String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("must be JSON: " + e.getOriginalMessage(), e);
        }
        Violations violations = new Violations();
        V value = node.isNull() || node.isMissingNode() ? null : type.read(node, ValueType.Mode.IMPORT, "", violations);
        if (value == null) {
            throw new IllegalArgumentException(
                    violations.isEmpty() ? "must not be null" : new ViolationException(violations.list()).getMessage());
        }
        return value;
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
}
