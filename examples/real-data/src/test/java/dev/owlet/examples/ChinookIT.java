package dev.owlet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A music store's eleven tables, loaded through the API of the built example. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChinookIT {
    private Chinook source;
    private ExampleApp app;

    @BeforeAll
    void load() throws IOException, InterruptedException {
        source = new Chinook(SharedData.require("chinook.json"));
        app = ExampleApp.start("chinook");
        for (Map.Entry<String, String> table : Chinook.PATHS.entrySet()) {
            JsonNode answer = app.load(table.getValue(), source.csv(table.getKey()));
            assertThat(answer.path("rejected")).as(table.getKey()).isEmpty();
            assertThat(answer.path("created").intValue()).as(table.getKey()).isEqualTo(source.rows(table.getKey()));
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (app != null) {
            app.close();
        }
    }

    @Test
    void aPageWalkReturnsEveryRowOnce() throws IOException, InterruptedException {
        for (Map.Entry<String, String> table : Chinook.PATHS.entrySet()) {
            List<JsonNode> rows = app.walk(table.getValue());
            assertThat(rows).as(table.getKey()).hasSize(source.rows(table.getKey()));
            assertThat(keys(rows)).as(table.getKey()).hasSize(rows.size());
            assertThat(app.get("/api/" + table.getValue() + "?limit=1")
                            .path("total")
                            .intValue())
                    .isEqualTo(rows.size());
        }
    }

    private static Set<String> keys(List<JsonNode> rows) {
        Set<String> keys = new HashSet<>();
        rows.forEach(row ->
                keys.add(row.has("id") ? row.path("id").asText() : row.path("playlist") + "," + row.path("track")));
        return keys;
    }

    @Test
    void theInvoicesAreTheSumOfTheirLines() throws IOException, InterruptedException {
        Map<String, BigDecimal> lines = new TreeMap<>();
        for (JsonNode line : app.walk("invoice-lines")) {
            lines.merge(
                    line.path("invoice").asText(),
                    new BigDecimal(line.path("amount").textValue()),
                    BigDecimal::add);
        }
        Map<String, BigDecimal> invoices = new TreeMap<>();
        for (JsonNode invoice : app.walk("invoices")) {
            invoices.put(
                    invoice.path("id").asText(),
                    new BigDecimal(invoice.path("total").textValue()));
        }
        assertThat(invoices).isEqualTo(lines);
        assertThat(invoices.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(source.sum("Invoice", "Total"))
                .isEqualTo("2328.60");
    }

    @Test
    void whatIsWrongComesBackInOneAnswer() throws IOException, InterruptedException {
        String track = "{\"id\":%s,\"name\":\"x\",\"album\":%s,\"media_type\":1,\"genre\":1,\"milliseconds\":1,"
                + "\"bytes\":1,\"unit_price\":\"%s\"}";
        String rows = String.join(
                ",",
                track.formatted("900001", "999999", "0.99"),
                track.formatted("900002", "1", "0.999"),
                track.formatted("1", "1", "0.99"),
                track.formatted("900003", "1", "0.99").replace("\"name\":\"x\",", ""));

        JsonNode answer = app.batch("tracks", "{\"mode\":\"insert\",\"rows\":[" + rows + "]}");

        assertThat(answer.path("created").intValue()).isZero();
        assertThat(answer.path("rejected"))
                .extracting(row -> row.path("index").intValue())
                .containsExactly(0, 1, 2, 3);
        assertThat(answer.path("rejected"))
                .extracting(row -> row.path("errors").path(0).path("pointer").textValue())
                .containsExactly("/album", "/unit_price", "/id", "/name");
    }

    /** For readers that know nothing of Owlet: what they should count. */
    @Test
    void leavesTheExpectedFacts() throws IOException {
        Map<String, String> facts = new TreeMap<>();
        Chinook.PATHS.keySet().forEach(table -> facts.put(snake(table), "\"rows\":" + source.rows(table)));
        facts.merge("invoice", ",\"total\":\"" + source.sum("Invoice", "Total") + "\"", String::concat);
        facts.merge("track", ",\"unit_price\":\"" + source.sum("Track", "UnitPrice") + "\"", String::concat);
        facts.merge(
                "invoice_line",
                ",\"unit_price\":\"%1$s\",\"amount\":\"%1$s\"".formatted(source.sum("InvoiceLine", "UnitPrice")),
                String::concat);
        StringBuilder json = new StringBuilder();
        facts.forEach(
                (table, fact) -> json.append(json.isEmpty() ? "{" : ",").append("\"" + table + "\":{" + fact + "}"));
        Files.writeString(Path.of(System.getProperty("output"), "chinook-facts.json"), json + "}\n");
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
}
