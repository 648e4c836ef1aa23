package dev.owlet.examples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows of any engine as JSON trees that can be compared with {@code equals}: in Owlet's form (decimals and moments as
 * texts, absent values left out), and parsed by one parser, so that numbers are of one kind.
 */
final class Rows {
    static final ObjectMapper JSON = new ObjectMapper();

    private Rows() {}

    static List<JsonNode> of(String... rows) {
        return Arrays.stream(rows).map(Rows::parse).toList();
    }

    static JsonNode parse(String row) {
        try {
            return JSON.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(row, e);
        }
    }

    /** Whether two lists hold the same rows, in any order; a failure shows a few of those that only one has. */
    static void assertSame(List<JsonNode> actual, List<JsonNode> expected) {
        assertThat(beyond(actual, expected)).as("rows that should not be there").isEmpty();
        assertThat(beyond(expected, actual)).as("rows that are missing").isEmpty();
    }

    private static List<JsonNode> beyond(List<JsonNode> rows, List<JsonNode> others) {
        Map<JsonNode, Long> counts = others.stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
        return rows.stream()
                .filter(row -> counts.merge(row, -1L, Long::sum) < 0)
                .limit(3)
                .toList();
    }

    /** Without the columns that Owlet and Delta add for themselves. */
    static List<JsonNode> own(List<JsonNode> rows) {
        List<JsonNode> own = new ArrayList<>();
        for (JsonNode row : rows) {
            ObjectNode copy = row.deepCopy();
            List<String> names = new ArrayList<>();
            copy.fieldNames().forEachRemaining(names::add);
            names.stream().filter(name -> name.startsWith("_")).forEach(copy::remove);
            own.add(copy);
        }
        return own;
    }

    /** The values of one column, absent ones as "null". */
    static List<String> column(List<JsonNode> rows, String name) {
        return rows.stream()
                .map(row -> row.path(name))
                .map(value -> value.isMissingNode() ? "null" : value.asText())
                .toList();
    }
}
