package dev.owlet.processor.infer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a JSON array of objects, or NDJSON: one object a line. */
final class JsonReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonReader() {}

    static Sheet read(byte[] bytes) {
        List<JsonNode> objects = objects(bytes);
        if (objects.isEmpty()) {
            throw new IllegalArgumentException("the file holds no rows");
        }
        Set<String> names = new LinkedHashSet<>();
        objects.forEach(node -> node.fieldNames().forEachRemaining(names::add));
        List<Sheet.Heading> headings =
                names.stream().map(name -> heading(name, objects)).toList();
        List<List<String>> rows = objects.stream()
                .map(node -> names.stream().map(name -> text(node.get(name))).toList())
                .toList();
        return new Sheet(headings, true, rows, "JSON", List.of());
    }

    private static List<JsonNode> objects(byte[] bytes) {
        List<JsonNode> objects = new ArrayList<>();
        try (MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(bytes)) {
            while (values.hasNextValue()) {
                JsonNode node = values.nextValue();
                if (!node.isObject()) {
                    throw new IllegalArgumentException("every row must be a JSON object");
                }
                objects.add(node);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the file is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the file is not JSON: " + e.getMessage(), e);
        }
        return objects;
    }

    private static Sheet.Heading heading(String name, List<JsonNode> objects) {
        boolean isText = false;
        boolean isNested = false;
        for (JsonNode object : objects) {
            JsonNode value = object.path(name);
            isText |= value.isTextual() && !value.textValue().isEmpty();
            isNested |= value.isContainerNode();
        }
        return new Sheet.Heading(name, isText, isNested, false);
    }

    private static String text(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (node.isBigDecimal()) {
            return node.decimalValue().toPlainString();
        }
        return node.isContainerNode() ? node.toString() : node.asText();
    }
}
