package dev.owlet.runtime.api;

import static dev.owlet.runtime.api.Api.RATES;
import static dev.owlet.runtime.api.Api.SIGHTINGS;
import static dev.owlet.runtime.api.Api.SITES;
import static dev.owlet.runtime.api.Api.errors;
import static dev.owlet.runtime.api.Api.json;
import static dev.owlet.runtime.api.Api.text;
import static dev.owlet.runtime.api.Api.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.http.Requests;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.User;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    @TempDir
    private Path root;

    private Api api;

    @BeforeEach
    void open() {
        api = new Api(root);
        api.send("POST", SITES, "{\"code\":\"NL1\",\"name\":\"Barn\"}");
    }

    private JsonNode batch(String path, String body, String... headers) {
        return json(api.send("POST", path + "/batch", body, headers));
    }

    @Test
    void loadsTheGoodRowsInOneCommitAndHandsTheBadOnesBack() {
        JsonNode answer = batch(SITES, """
                {"mode": "insert", "rows": [
                  {"code": "NL2", "name": "Mill"},
                  {"code": "NL1", "name": "Barn"},
                  {"code": "NL3", "name": 7, "hight": 1},
                  {"code": "NL2", "name": "Twin"},
                  {"code": "NL1"},
                  17,
                  {"code": "NL4", "name": "Tower"}]}""");

        assertThat(answer.path("created").intValue()).isEqualTo(2);
        assertThat(answer.path("updated").intValue()).isZero();
        assertThat(rejected(answer))
                .containsExactly(
                        "1 [/code duplicate]",
                        "2 [/name type, /hight unknown]",
                        "3 [/code duplicate]",
                        "4 [/name required, /code duplicate]",
                        "5 [ type]");
        assertThat(values(api.json(SITES), "code")).containsExactly("NL1", "NL2", "NL4");
        JsonNode last = api.json(SITES + "/history").path("items").get(0);
        assertThat(last.path("version").intValue()).isEqualTo(1);
        assertThat(last.path("what").textValue()).isEqualTo("BATCH");
        assertThat(last.path("rows").intValue()).isEqualTo(2);
        assertThat(last.path("who").textValue()).isEqualTo("ada");
        assertThat(last.path("when").textValue()).startsWith("20");
    }

    @Test
    void reportsABadReferenceABadDecimalADuplicateKeyAndAMissingFieldTogether() {
        String id = "01890000-0000-7000-8000-000000000001";
        String good = "{\"id\":\"" + id + "\",\"site\":\"NL1\",\"species\":\"TYTO_ALBA\","
                + "\"seen_at\":\"2026-03-31T10:00:00Z\"}";
        String bad = "{\"id\":\"" + id + "\",\"site\":\"XX\",\"species\":\"TYTO_ALBA\",\"weight\":\"1.23\"}";
        batch(SIGHTINGS, "{\"rows\":[" + good + "]}");

        assertThat(rejected(batch(SIGHTINGS, "{\"rows\":[" + bad + "]}")))
                .containsExactly("0 [/weight scale, /seen_at required, /id duplicate, /site reference]");
        assertThat(rejected(batch(SIGHTINGS, bad, "content-type", NDJSON)))
                .containsExactly("0 [/weight scale, /seen_at required, /id duplicate, /site reference]");
        assertThat(rejected(batch(
                        SIGHTINGS,
                        "id,site,species,weight,seen_at\n" + id + ",XX,TYTO_ALBA,1.23,\n",
                        "content-type",
                        CSV)))
                .containsExactly("0 [/weight scale, /seen_at required, /id duplicate, /site reference]");
    }

    @Test
    void looksForUniqueSetsOfRowsWithOtherFaults() {
        String row = "{\"site\":\"NL1\",\"species\":\"TYTO_ALBA\",\"seen_at\":\"2026-03-31T10:00:00Z\"";
        batch(SIGHTINGS, "{\"rows\":[" + row + "}]}");

        assertThat(rejected(batch(SIGHTINGS, "{\"rows\":[" + row + ",\"weight\":\"1.23\"}]}")))
                .containsExactly("0 [/weight scale, /site unique]");
        String id = values(api.json(SIGHTINGS), "id").get(0);
        assertThat(rejected(batch(
                        SIGHTINGS,
                        "{\"mode\":\"upsert\",\"rows\":[" + row + ",\"id\":\"" + id + "\",\"weight\":\"1.23\"}]}")))
                .containsExactly("0 [/weight scale]");
    }

    @Test
    void upserts() {
        JsonNode answer = batch(
                SITES,
                "{\"mode\":\"upsert\",\"rows\":[{\"code\":\"NL1\",\"name\":\"New\"},{\"code\":\"NL2\",\"name\":\"Mill\"}]}");

        assertThat(answer.toString()).isEqualTo("{\"created\":1,\"updated\":1,\"rejected\":[]}");
        assertThat(values(api.json(SITES), "name")).containsExactly("New", "Mill");
        assertThat(batch(SITES, "code,name\nNL2,Mill 2\n", "content-type", CSV)
                        .path("created")
                        .intValue())
                .isZero();
    }

    @Test
    void takesCsvWithItsModeInTheAddress() {
        Response response = api.send(
                "POST",
                SITES + "/batch?mode=upsert",
                "\uFEFFcode;name;position.lat;position.lon\r\nNL1;\"Barn; old\";52.5;4\r\nNL9;Tower;;\r\n",
                "content-type",
                "text/csv; charset=utf-8");

        assertThat(text(response)).isEqualTo("{\"created\":1,\"updated\":1,\"rejected\":[]}");
        assertThat(api.json(SITES + "/NL1").path("name").textValue()).isEqualTo("Barn; old");
        assertThat(api.json(SITES + "/NL1").path("position").path("lat").textValue())
                .isEqualTo("52.500000");
        assertThat(api.json(SITES + "/NL9").has("position")).isFalse();
    }

    @Test
    void namesTheColumnsItDidNotRead() {
        JsonNode answer = batch(SITES, "code,nmae,name,_version,Hectares\nNL2,x,Mill,3,7\n", "content-type", CSV);

        assertThat(answer.path("created").intValue()).isEqualTo(1);
        assertThat(answer.path("unmapped").toString()).isEqualTo("[\"nmae\",\"Hectares\"]");
    }

    @Test
    void takesNdjsonAsAnImportDoes() {
        JsonNode answer = batch(
                SIGHTINGS,
                "{\"site\":\"NL1\",\"species\":\"barn owl\",\"seen_at\":\"2026-03-31T10:00:00Z\",\"chicks\":\"2\"}\n\n"
                        + "{\"site\":\"NL1\",\n{\"site\":\"NL1\",\"species\":\"owl\"}",
                "content-type",
                NDJSON);

        assertThat(answer.path("created").intValue()).isEqualTo(1);
        assertThat(rejected(answer)).containsExactly("1 [ type]", "2 [/species enum, /seen_at required]");
        assertThat(rejected(batch(
                        SIGHTINGS,
                        "{\"rows\":[{\"site\":\"NL1\",\"species\":\"barn owl\","
                                + "\"seen_at\":\"2026-03-31T10:00:00Z\",\"chicks\":\"2\"}]}")))
                .containsExactly("0 [/species enum, /chicks type]");
    }

    @Test
    void answersARepeatedBatchAsTheFirst() {
        String body = "{\"rows\":[{\"area\":\"a\",\"kind\":\"b\",\"cents\":1},{\"area\":\"a\"}]}";
        Response first = api.send("POST", RATES + "/batch", body, "idempotency-key", "k");
        Response again = api.send("POST", RATES + "/batch", body, "idempotency-key", "k");

        assertThat(text(again)).isEqualTo(text(first)).startsWith("{\"created\":1,");
        assertThat(api.json(RATES + "/history").path("items").size()).isEqualTo(1);
        assertThat(api.ask(
                                "POST",
                                RATES + "/batch",
                                "{\"rows\":[{\"area\":\"x\",\"kind\":\"b\",\"cents\":1},{\"area\":\"y\",\"kind\":\"b\",\"cents\":1}]}",
                                "idempotency-key",
                                "k")
                        .status())
                .isEqualTo(422);
    }

    /** Lambda lets 6 MB through; an answer that does not get there hides what was loaded, and it is sent again. */
    @Test
    void answersWithNoMoreFaultsThanLambdaLetsThrough() {
        String faulty =
                "{" + IntStream.range(0, 100).mapToObj(i -> "\"x" + i + "\":1").collect(Collectors.joining(",")) + "}";
        String body = "{\"rows\":[" + (faulty + ",").repeat(1500) + "{\"area\":\"a\",\"kind\":\"b\",\"cents\":1}]}";

        Response response = api.send("POST", RATES + "/batch", body);

        JsonNode answer = json(response);
        assertThat(response.body()).hasSizeLessThan(4_000_000);
        assertThat(answer.path("created").intValue()).isEqualTo(1);
        assertThat(answer.path("rejected").size()).isPositive();
        assertThat(answer.path("rejected").size() + answer.path("unlisted").intValue())
                .isEqualTo(1500);
    }

    @Test
    void refusesWhatIsNoBatch() {
        assertThat(errors(api.ask("POST", SITES + "/batch", "{\"mode\":\"replace\",\"rows\":[]}")))
                .containsExactly("mode enum");
        assertThat(errors(api.ask("POST", SITES + "/batch", "{\"row\":[]}")))
                .containsExactly("/row unknown", "/rows type");
        assertThat(errors(api.ask("POST", SITES + "/batch?mod=upsert", "{\"rows\":[]}")))
                .containsExactly("mod unknown");
        assertThat(api.ask("POST", SITES + "/batch", "[]").status()).isEqualTo(400);
        assertThat(api.ask("POST", SITES + "/batch", "x", "content-type", "application/xml")
                        .status())
                .isEqualTo(415);
        assertThat(text(api.ask("POST", SITES + "/batch", "{\"rows\":[]}")))
                .isEqualTo("{\"created\":0,\"updated\":0,\"rejected\":[]}");
        assertThat(api.ask("POST", SITES + "/batch", "", "content-type", CSV).status())
                .isIn(200, 400);
        assertThat(api.ask("POST", SITES + "/batch", "x\n".repeat(100_001), "content-type", NDJSON)
                        .status())
                .isEqualTo(413);
        assertThat(api.ask("POST", SITES + "/batch", "{\"rows\":[" + "1,".repeat(100_000) + "1]}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void countsRejectedRowsBeyondThoseItLists() {
        JsonNode answer = batch(SITES, "{\"rows\":[" + "1,".repeat(10_006) + "1]}");

        assertThat(answer.path("rejected").size()).isEqualTo(10_000);
        assertThat(answer.path("unlisted").intValue()).isEqualTo(7);
    }

    @Test
    void asksForBothRightsToUpsert() {
        api.as(new User("c", List.of("reader")));
        assertThat(api.ask("POST", SITES + "/batch", "{\"rows\":[]}").status()).isEqualTo(403);
        api.as(Requests.EDITOR);
        assertThat(api.ask("POST", SITES + "/batch", "{\"mode\":\"upsert\",\"rows\":[]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void exportsWhatAnImportTakesBackUnchanged(@TempDir Path other) throws Exception {
        batch(SITES, """
                {"rows": [{"code": "a,\\"b\\"", "name": "line\\nbreak; tab\\t é", "position": {"lat": "1", "lon": "-2.5"}},
                          {"code": " x ", "name": "=1+1"}, {"code": "NA", "name": "\\\\N"}]}""");
        batch(SIGHTINGS, """
                {"rows": [{"site": "NA", "species": "TYTO_ALBA", "seen_at": "2026-03-31T10:00:00.123456Z",
                           "weight": "700.5", "rings": ["A,1", "B\\"2"]},
                          {"site": " x ", "species": "STRIX_ALUCO", "seen_at": "2026-03-31T10:00:00Z"}]}""");
        for (String format : List.of("csv", "ndjson")) {
            Api copy = new Api(other.resolve(format));
            for (String path : List.of(SITES, SIGHTINGS)) {
                Response file = api.get(path + "/export?format=" + format);
                copy.send(
                        "POST",
                        path + "/batch",
                        new String(file.body(), StandardCharsets.UTF_8),
                        "content-type",
                        format.equals("csv") ? CSV : NDJSON);
                assertThat(copy.get(path + "/export?format=ndjson").body())
                        .as(format + " " + path)
                        .isEqualTo(api.get(path + "/export?format=ndjson").body());
            }
        }
    }

    @Test
    void exportsSomeRowsAsAFile() {
        Response csv = api.get(SITES + "/export?code=NL1");

        assertThat(csv.headers())
                .containsEntry("content-type", "text/csv; charset=utf-8")
                .containsEntry("content-disposition", "attachment; filename=\"sites.csv\"");
        assertThat(text(csv)).startsWith("code,name,").contains("NL1,Barn").doesNotContain("_version");
        Response ndjson = api.get(SIGHTINGS + "/export?format=ndjson&site=NL1&sort=-seen_at");
        assertThat(ndjson.headers())
                .containsEntry("content-type", "application/x-ndjson")
                .containsEntry("content-disposition", "attachment; filename=\"field-sightings.ndjson\"");
        assertThat(ndjson.body()).isEmpty();
        Response parquet = api.get(SITES + "/export?format=parquet");
        assertThat(parquet.headers())
                .containsEntry("content-type", "application/vnd.apache.parquet")
                .containsEntry("content-disposition", "attachment; filename=\"sites.parquet\"");
        assertThat(parquet.body()).startsWith('P', 'A', 'R', '1').endsWith('P', 'A', 'R', '1');
        assertThat(errors(api.get(SITES + "/export?format=xlsx&limit=3")))
                .containsExactlyInAnyOrder("format enum", "limit unknown");
    }

    private static List<String> rejected(JsonNode answer) {
        List<String> rejected = new ArrayList<>();
        answer.path("rejected").forEach(row -> rejected.add(row.path("index").asText() + " " + errors(row)));
        return rejected;
    }
}
