package dev.owlet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 249 countries of 56 columns, as downloaded: each value must come back as it was. */
class CountryCodesIT {
    private static final String KEY = "ISO3166-1-Alpha-2";

    @Test
    void everyValueComesBackAsItWas() throws IOException, InterruptedException {
        Path file = SharedData.require("country-codes.csv");
        List<NamedCsvRecord> source;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            source = reader.stream().toList();
        }
        try (ExampleApp app = ExampleApp.start("country-codes")) {
            JsonNode answer = app.load("countries", Files.readString(file));
            assertThat(answer.path("rejected")).isEmpty();

            Map<String, JsonNode> rows = new HashMap<>();
            app.walk("countries").forEach(row -> rows.put(row.path("alpha_2").textValue(), row));
            assertThat(rows).hasSize(249).hasSameSizeAs(source);
            for (NamedCsvRecord country : source) {
                assertThat(values(rows.get(country.getField(KEY))))
                        .containsExactlyInAnyOrderElementsOf(values(country));
            }
            assertThat(app.get("/api/countries/NA").path("official_name_en").textValue())
                    .isEqualTo("Namibia");
            assertThat(app.get("/api/countries/AL")
                            .path("currency_numeric_code")
                            .textValue())
                    .isEqualTo("008");
            assertThat(app.get("/api/countries/CA").path("continent").textValue())
                    .isEqualTo("NA");
        }
    }

    private static List<String> values(NamedCsvRecord row) {
        return row.getFields().stream().filter(value -> !value.isEmpty()).toList();
    }

    private static List<String> values(JsonNode row) {
        return row.properties().stream()
                .filter(field -> !field.getKey().startsWith("_"))
                .map(field -> field.getValue().asText())
                .toList();
    }
}
