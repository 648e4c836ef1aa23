package dev.owlet.examples.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Spark finds in the tables that {@code .ci/faults} left what its checker found there. */
class FaultsTest {
    private static final Path DATA = Path.of(System.getProperty("faults.data"));

    @Test
    void sparkAgreesAfterFaults() throws IOException {
        List<Path> scenarios = scenarios();
        if (scenarios.isEmpty()) {
            System.out.println("SKIPPED: Spark after faults: .ci/faults left no tables");
        }
        assumeTrue(!scenarios.isEmpty());

        for (Path scenario : scenarios) {
            JsonNode facts = Rows.parse(Files.readString(scenario.resolve("facts.json")));
            assertThat(facts.isEmpty()).isFalse();
            facts.properties()
                    .forEach(table -> assertThat(
                                    found(scenario.resolve("tables").resolve(table.getKey()), table.getValue()))
                            .as("%s of %s", table.getKey(), scenario)
                            .isEqualTo(table.getValue()));
        }
    }

    private static List<Path> scenarios() throws IOException {
        if (!Files.exists(DATA)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(DATA)) {
            return folders.filter(folder -> Files.exists(folder.resolve("facts.json")))
                    .sorted()
                    .toList();
        }
    }

    /** The values of the same expressions. */
    private static JsonNode found(Path table, JsonNode facts) {
        ObjectNode found = Rows.JSON.createObjectNode();
        List<String> expressions = new ArrayList<>();
        facts.fieldNames().forEachRemaining(expressions::add);
        Row row = Spark.sql("select " + String.join(", ", expressions) + " from %s", table)
                .first();
        for (int i = 0; i < expressions.size(); i++) {
            found.put(expressions.get(i), String.valueOf(row.get(i)));
        }
        return found;
    }
}
