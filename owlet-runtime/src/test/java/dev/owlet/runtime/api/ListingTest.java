package dev.owlet.runtime.api;

import static dev.owlet.runtime.api.Api.RATES;
import static dev.owlet.runtime.api.Api.SIGHTINGS;
import static dev.owlet.runtime.api.Api.SITES;
import static dev.owlet.runtime.api.Api.errors;
import static dev.owlet.runtime.api.Api.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.http.Percent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    private static final String SOME = """
            {"rows": [
              {"id": "01890000-0000-7000-8000-000000000001", "site": "NL1", "species": "TYTO_ALBA",
               "seen_at": "2026-03-30T23:59:59.999999Z", "weight": "350.5", "chicks": 2, "rings": ["A1", "B2"]},
              {"id": "01890000-0000-7000-8000-000000000002", "site": "NL1", "species": "STRIX_ALUCO",
               "seen_at": "2026-03-31T00:00:00Z", "weight": "650", "rings": ["A1"]},
              {"id": "01890000-0000-7000-8000-000000000003", "site": "NL2", "species": "TYTO_ALBA",
               "seen_at": "2026-03-31T23:59:59.999999Z", "chicks": 0},
              {"id": "01890000-0000-7000-8000-000000000004", "site": "NL2", "species": "TYTO_ALBA",
               "seen_at": "2026-04-01T00:00:00Z", "weight": "90", "chicks": 10}
            ]}""";

    @TempDir
    private Path root;

    private Api api;

    @BeforeEach
    void fill() {
        api = new Api(root);
        api.send("POST", SITES + "/batch", """
                {"rows": [{"code": "NL1", "name": "Old Barn, north", "position": {"lat": "52.5", "lon": "4"}},
                          {"code": "NL2", "name": "Mill 100%", "position": {"lat": "51", "lon": "5"}},
                          {"code": "NL3", "name": "old mill"}]}""");
        api.send("POST", SIGHTINGS + "/batch", SOME);
    }

    private String codes(String query) {
        return String.join(" ", values(api.json(SITES + "?" + query), "code"));
    }

    @Test
    void selectsFields() {
        assertThat(api.json(SIGHTINGS + "?fields=weight,site,_version&limit=1")
                        .path("items")
                        .get(0)
                        .toString())
                .isEqualTo("{\"site\":\"NL1\",\"site$title\":\"Old Barn, north\",\"weight\":\"350.5\",\"_version\":1}");
        assertThat(api.json(SITES + "?fields=code&limit=1").path("items").toString())
                .isEqualTo("[{\"code\":\"NL1\"}]");
    }

    @Test
    void bringsTitlesOfReferences() {
        assertThat(values(api.json(SIGHTINGS), "site$title"))
                .containsExactly("Old Barn, north", "Old Barn, north", "Mill 100%", "Mill 100%");
    }

    @Test
    void readsAnEmptyTable() {
        assertThat(api.json(RATES).toString()).isEqualTo("{\"items\":[],\"next\":null,\"total\":0}");
        assertThat(api.json(RATES + "/summary").path("total").intValue()).isZero();
        assertThat(api.json(RATES + "/history").toString()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void walksOneVersionWhileOthersWrite() {
        JsonNode first = api.json(SITES + "?limit=1&sort=-name");
        api.send("POST", SITES, "{\"code\":\"NL0\",\"name\":\"p\"}");
        api.send("DELETE", SITES + "/NL3", "");
        api.send("PATCH", SITES + "/NL1", "{\"name\":\"zzz\"}");

        JsonNode second = api.json(
                SITES + "?limit=5&sort=-name&cursor=" + first.path("next").textValue());

        assertThat(values(first, "name")).containsExactly("old mill");
        assertThat(values(second, "name")).containsExactly("Old Barn, north", "Mill 100%");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(second.path("total").intValue()).isEqualTo(3);
        assertThat(codes("version=0")).isEqualTo("NL1 NL2 NL3");
    }

    @Test
    void refusesACursorOfAnotherQuery() {
        String cursor = api.json(SITES + "?limit=1&sort=name").path("next").textValue();

        assertThat(errors(api.get(SITES + "?sort=-name&cursor=" + cursor))).containsExactly("cursor cursor");
        assertThat(errors(api.get(SITES + "?sort=name&q=x&cursor=" + cursor))).containsExactly("cursor cursor");
        assertThat(errors(api.get(SIGHTINGS + "?sort=name&cursor=" + cursor))).isNotEmpty();
        assertThat(errors(api.get(SITES + "?sort=name&offset=1&cursor=" + cursor)))
                .containsExactly("offset conflict");
        assertThat(errors(api.get(SITES + "?cursor=x&limit=0&sort=nme&version=a&height=1")))
                .containsExactly("limit range", "cursor cursor", "sort unknown", "height unknown", "version type");
        assertThat(api.get(SITES + "?sort=name&fields=code&limit=2&cursor=" + cursor)
                        .status())
                .isEqualTo(200);
        Cursor gone = new Cursor(4711, Cursor.parse(cursor).orElseThrow().query(), "NL1");
        assertThat(api.get(SITES + "?sort=name&cursor=" + gone.text()).status()).isEqualTo(410);
    }

    @Test
    void survivesTamperedCursors() {
        String cursor = api.json(SITES + "?limit=1").path("next").textValue();
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            StringBuilder bad = new StringBuilder(cursor);
            bad.setCharAt(random.nextInt(bad.length()), (char) (' ' + random.nextInt(95)));
            int status = api.get(SITES + "?limit=1&cursor=" + Percent.encode(bad.toString()))
                    .status();
            assertThat(status).as(bad.toString()).isIn(200, 400, 410);
        }
    }

    /** Whatever filter, order and page size: a walk by cursor and one by offset give every row once, in one order. */
    @Test
    void walksOverEveryRowOnce() {
        String rows = IntStream.range(0, 230)
                .mapToObj(i -> "{\"area\":\"a" + i % 7 + "\",\"kind\":\"k" + i + "\",\"cents\":" + i % 5 + "}")
                .collect(Collectors.joining(","));
        api.send("POST", RATES + "/batch", "{\"rows\":[" + rows + "]}");
        Random random = new Random(5);
        List<String> sorts = List.of("", "sort=cents&", "sort=-cents&", "sort=-area,cents&", "sort=_version&");
        List<String> filters = List.of("", "cents.gte=2&", "area.in=a1,a3&", "q=k1&", "area.contains=a&");
        for (int i = 0; i < 12; i++) {
            String query = sorts.get(random.nextInt(5)) + filters.get(random.nextInt(5));
            int limit = 1 + random.nextInt(60);
            List<String> all = values(api.json(RATES + "?" + query + "limit=500"), "kind");
            assertThat(all).doesNotHaveDuplicates();
            assertThat(byCursor(query, limit, all.size())).as(query + limit).isEqualTo(all);
            assertThat(byOffset(query, limit)).as(query + limit).isEqualTo(all);
        }
    }

    private List<String> byCursor(String query, int limit, int total) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.json(RATES + "?" + query + "limit=" + limit + cursor);
            assertThat(page.path("items").size()).isEqualTo(Math.min(limit, total - seen.size()));
            assertThat(page.path("total").intValue()).isEqualTo(total);
            seen.addAll(values(page, "kind"));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").textValue();
        } while (!cursor.isEmpty());
        return seen;
    }

    private List<String> byOffset(String query, int limit) {
        List<String> seen = new ArrayList<>();
        JsonNode page;
        do {
            page = api.json(RATES + "?" + query + "limit=" + limit + "&offset=" + seen.size());
            seen.addAll(values(page, "kind"));
        } while (page.path("items").size() == limit);
        return seen;
    }
}
