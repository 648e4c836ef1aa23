package dev.owlet.runtime.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Awkward files and their records: {@code csv-cases/NAME.csv} beside {@code NAME.json}. The cases
 * of csv-spectrum, the suite that readers of CSV share, are among them.
 */
class ConformanceTest {
    private static final Path CASES = Path.of("src/test/resources/csv-cases");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".csv"))
                    .map(name -> name.substring(0, name.length() - ".csv".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsRecords(String name) throws IOException {
        JsonNode expected = Json.MAPPER.readTree(CASES.resolve(name + ".json").toFile());
        Optional<Character> escape = expected.has("escape")
                ? Optional.of(expected.get("escape").asText().charAt(0))
                : Optional.empty();
        char delimiter = expected.path("delimiter").asText(",").charAt(0);
        assertThat(Json.MAPPER.valueToTree(records(name, delimiter, escape)).toString())
                .isEqualTo(expected.get("records").toString());
    }

    private static List<List<String>> records(String name, char delimiter, Optional<Character> escape)
            throws IOException {
        List<List<String>> records = new ArrayList<>();
        TextInput input = TextInput.open(Files.newInputStream(CASES.resolve(name + ".csv")), Optional.empty());
        try (Tokenizer tokenizer = new Tokenizer(input.reader(), delimiter, escape)) {
            for (Cells cells = tokenizer.next(); cells != null; cells = tokenizer.next()) {
                records.add(cells.texts());
            }
        }
        return records;
    }
}
