package dev.owlet.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnglishTest {
    @ParameterizedTest
    @CsvSource({
        "Sighting, Sighting, Sightings, sightings, sighting",
        "InvoiceLine, Invoice line, Invoice lines, invoice-lines, invoice_line",
        "Country, Country, Countries, countries, country",
        "Day, Day, Days, days, day",
        "Box, Box, Boxes, boxes, box",
        "Batch, Batch, Batches, batches, batch",
        "Analysis, Analysis, Analyses, analyses, analysis",
        "Person, Person, People, people, person",
        "TestSeries, Test series, Test series, test-series, test_series",
        "HTTPServer, HTTP server, HTTP servers, http-servers, http_server",
        "KPI, Kpi, Kpis, kpis, kpi",
        "Batch2Run, Batch2 run, Batch2 runs, batch2-runs, batch2_run",
    })
    void titlesPluralsAndPaths(String name, String title, String plural, String path, String folder) {
        assertThat(English.title(name)).isEqualTo(title);
        assertThat(English.plural(title)).isEqualTo(plural);
        assertThat(English.kebab(plural)).isEqualTo(path);
        assertThat(English.snake(name)).isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource({"seen_at, Seen at", "seenAt, Seen at", "T, T", "ISO3166_1, Iso3166 1", "owl-watch, Owl watch"})
    void labels(String name, String label) {
        assertThat(English.title(name)).isEqualTo(label);
    }
}
