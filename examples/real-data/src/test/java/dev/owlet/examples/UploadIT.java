package dev.owlet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Files as they were downloaded, handed in to the built examples: what gets in, what comes back and why. */
class UploadIT {
    private static final Map<String, String> FILES = Map.of(
            "airports", "openflights-airports.dat",
            "routes", "openflights-routes.dat",
            "penguins", "penguins_raw.csv");

    private static JsonNode upload(ExampleApp app, String path) throws IOException, InterruptedException {
        Path file = SharedData.require(FILES.get(path));
        return app.upload(path, file.getFileName().toString(), Files.readAllBytes(file));
    }

    private static void assertCounts(JsonNode upload, int rows, int accepted) {
        assertThat(upload.path("status").textValue()).as(upload.toString()).isEqualTo("done");
        assertThat(upload.path("rows").intValue()).isEqualTo(rows);
        assertThat(upload.path("accepted").intValue()).isEqualTo(accepted);
        assertThat(upload.path("created").intValue()).isEqualTo(accepted);
        assertThat(upload.path("rejected").intValue()).isEqualTo(rows - accepted);
    }

    private static int total(ExampleApp app, String query) throws IOException, InterruptedException {
        return app.get("/api/" + query + (query.contains("?") ? "&" : "?") + "limit=1")
                .path("total")
                .intValue();
    }

    @Test
    void routesToMissingAirportsComeBackAndLoadOnceTheyAreMended() throws IOException, InterruptedException {
        SharedData.require(FILES.get("routes"));
        try (ExampleApp app = ExampleApp.start("open-data")) {
            assertCounts(upload(app, "airports"), 7_698, 7_698);
            assertAirports(app);
            JsonNode routes = upload(app, "routes");
            assertCounts(routes, 67_663, 67_187);
            assertThat(total(app, "routes")).isEqualTo(67_187);
            assertThat(faults(routes))
                    .containsExactlyEntriesOf(new TreeMap<>(
                            Map.of("/source_airport reference", 263, "/destination_airport reference", 267)));
            JsonNode first = routes.path("errors").path(0);
            assertThat(first.path("row").intValue()).isEqualTo(171);
            assertThat(first.path("line").intValue()).isEqualTo(171);
            assertThat(first.path("errors").path(0).path("message").textValue())
                    .isEqualTo("there is no Airport with the key \"7167\"");

            String rejects = app.rejects(routes);
            assertCounts(app.upload("routes", "again.csv", rejects.getBytes(StandardCharsets.UTF_8)), 476, 0);
            byte[] mended = mended(rejects).getBytes(StandardCharsets.UTF_8);
            assertCounts(app.upload("routes", "mended.csv", mended), 476, 476);
            assertThat(total(app, "routes")).isEqualTo(67_663);
            assertRoutes(app);
        }
    }

    private static void assertAirports(ExampleApp app) throws IOException, InterruptedException {
        assertThat(total(app, "airports")).isEqualTo(7_698);
        assertThat(total(app, "airports?iata.null=true")).isEqualTo(7_698 - 6_072);
        JsonNode goroka = app.get("/api/airports/1");
        assertThat(goroka.path("name").textValue()).isEqualTo("Goroka Airport");
        assertThat(goroka.path("latitude").asText()).isEqualTo("-6.081689834590001");
        assertThat(goroka.path("utc_offset").textValue()).isEqualTo("10.00");
        assertThat(app.get("/api/airports/332").path("name").textValue())
                .as("backslashes take the meaning of quotes away")
                .isEqualTo("Magdeburg \"City\" Airport");
        assertThat(app.get("/api/airports/7627").path("city").textValue()).isEqualTo("Fiti'uta");
        assertThat(app.get("/api/airports/676").path("name").textValue())
                .isEqualTo("Szczecin-Goleniów \"Solidarność\" Airport");
    }

    private static void assertRoutes(ExampleApp app) throws IOException, InterruptedException {
        JsonNode route = app.get("/api/routes/2B,AER,KZN");
        assertThat(route.path("airline_id").intValue()).isEqualTo(410);
        assertThat(route.path("source_airport").intValue()).isEqualTo(2965);
        assertThat(route.path("source_airport$title").textValue()).isEqualTo("Sochi International Airport");
        assertThat(route.has("codeshare")).isFalse();
        assertThat(route.path("equipment").textValue()).isEqualTo("CR2");
        JsonNode mended = app.get("/api/routes/2O,ADQ,AOS");
        assertThat(mended.path("source_airport").intValue()).isEqualTo(3531);
        assertThat(mended.has("destination_airport")).isFalse();
        assertThat(total(app, "routes?airline_id.null=true")).isEqualTo(479);
    }

    private static Map<String, Integer> faults(JsonNode upload) {
        Map<String, Integer> faults = new TreeMap<>();
        for (JsonNode row : upload.path("errors")) {
            for (JsonNode error : row.path("errors")) {
                faults.merge(
                        error.path("pointer").textValue() + " "
                                + error.path("code").textValue(),
                        1,
                        Integer::sum);
            }
        }
        return faults;
    }

    /** Without the references that the reasons name, as a person would blank them. */
    private static String mended(String rejects) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(rejects);
                CsvWriter out = CsvWriter.builder().build(text)) {
            for (NamedCsvRecord row : rows) {
                if (text.getBuffer().isEmpty()) {
                    out.writeRecord(row.getHeader());
                }
                List<String> cells = new ArrayList<>();
                for (String field : row.getHeader()) {
                    boolean broken = row.getField("_error").contains(field + ": there is no Airport");
                    cells.add(broken ? "" : row.getField(field));
                }
                out.writeRecord(cells);
            }
        }
        return text.toString();
    }

    @Test
    void naIsNotMeasuredOfPenguinsAndNamibiaOfCountries() throws IOException, InterruptedException {
        Path codes = SharedData.require("country-codes.csv");
        SharedData.require(FILES.get("penguins"));
        try (ExampleApp app = ExampleApp.start("open-data")) {
            JsonNode penguins = upload(app, "penguins");
            assertCounts(penguins, 344, 344);
            assertThat(penguins.path("mapped").path("Delta 15 N (o/oo)").textValue())
                    .isEqualTo("delta_15_n");
            assertThat(penguins.path("unmapped")).isEmpty();
            assertThat(total(app, "penguins?sex.null=true")).isEqualTo(11);
            assertThat(total(app, "penguins?body_mass.null=true")).isEqualTo(2);
            assertThat(total(app, "penguins?comments.null=true")).isEqualTo(290);
            JsonNode first = app.get("/api/penguins/PAL0708,Adelie%20Penguin%20(Pygoscelis%20adeliae),1");
            assertThat(first.path("culmen_length").textValue()).isEqualTo("39.1");
            assertThat(first.path("clutch_completion").booleanValue()).isTrue();
            assertThat(first.has("delta_15_n")).isFalse();
            assertThat(first.path("comments").textValue()).isEqualTo("Not enough blood for isotopes.");
        }
        try (ExampleApp app = ExampleApp.start("country-codes")) {
            assertCounts(app.upload("countries", "country-codes.csv", Files.readAllBytes(codes)), 249, 249);
            assertThat(app.get("/api/countries/NA").path("alpha_3").textValue()).isEqualTo("NAM");
            assertThat(total(app, "countries?continent=NA")).isPositive();
        }
    }

    /** The same file for every table: its list is found by the table's name. */
    @Test
    void elevenTablesOfOneJsonFile() throws IOException, InterruptedException {
        Path file = SharedData.require("chinook.json");
        Chinook source = new Chinook(file);
        try (ExampleApp app = ExampleApp.start("chinook")) {
            for (Map.Entry<String, String> table : Chinook.PATHS.entrySet()) {
                JsonNode upload = app.upload(table.getValue(), "chinook.json", Files.readAllBytes(file));
                assertThat(upload.path("rows").intValue()).as(table.getKey()).isPositive();
                assertCounts(upload, source.rows(table.getKey()), source.rows(table.getKey()));
                assertThat(total(app, table.getValue())).isEqualTo(source.rows(table.getKey()));
            }
            assertThat(app.get("/api/tracks/1").path("name").textValue())
                    .isEqualTo("For Those About To Rock (We Salute You)");
            assertThat(app.get("/api/tracks/1").path("unit_price").textValue()).isEqualTo("0.99");
        }
    }
}
