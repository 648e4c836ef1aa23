package dev.owlet.runtime.api;

import static dev.owlet.runtime.api.Api.RATES;
import static dev.owlet.runtime.api.Api.SIGHTINGS;
import static dev.owlet.runtime.api.Api.SITES;
import static dev.owlet.runtime.api.Api.errors;
import static dev.owlet.runtime.api.Api.text;
import static dev.owlet.runtime.api.Api.values;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.http.Percent;
import dev.owlet.runtime.http.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** The last digits of the ids that pass. */
    private String ids(String query) {
        return values(api.json(SIGHTINGS + "?" + query), "id").stream()
                .map(id -> id.substring(35))
                .collect(Collectors.joining());
    }

    private String codes(String query) {
        return String.join(" ", values(api.json(SITES + "?" + query), "code"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1234",
        "site=NL1, 12",
        "site=NL1&site=NL2, 1234",
        "site.ne=NL1, 34",
        "species=TYTO_ALBA&site=NL2, 34",
        "species.in=STRIX_ALUCO, 2",
        "site.in=NL1%2CNL2&chicks=2, 1",
        "weight=90, 4",
        "weight=90.0, 4",
        "weight.lt=350.5, 4",
        "weight.lte=350.5, 14",
        "weight.gt=350.5, 2",
        "weight.gte=90&weight.lt=400, 14",
        "weight.null=true, 3",
        "weight.null=false, 124",
        "weight.ne=90, 12",
        "chicks.gt=2, 4",
        "heavy=true, 2",
        "heavy=false, 14",
        "seen_at=2026-03-31, 23",
        "seen_at.ne=2026-03-31, 14",
        "seen_at.lt=2026-03-31, 1",
        "seen_at.lte=2026-03-31, 123",
        "seen_at.gt=2026-03-31, 4",
        "seen_at.gte=2026-03-31, 234",
        "seen_at.in=2026-03-31%2C2026-04-01, 234",
        "seen_at.gte=2026-03-31T00:00:00.000001Z, 34",
        "seen_at=2026-03-31T02:00:00%2B02:00, 2",
        "rings=A1, 12",
        "rings.contains=B2, 1",
        "rings.in=B2%2CZZ, 1",
        "rings=A, ''",
        "id.in=01890000-0000-7000-8000-000000000004, 4",
        "_created_by=ada, 1234",
        "_created_by.contains=AD, 1234",
        "_version.gt=1, ''",
        "_upload.null=true, 1234",
        "sort=-seen_at, 4321",
        "sort=weight, 4123",
        "sort=-weight, 2143",
        "'sort=site,-species', 2134",
        "'sort=chicks,-id', 3142",
        "sort=species, 1342",
        "sort=_updated_at, 1234",
        "q=nl1, ''",
        "q=000000003, 3",
        "limit=2&offset=1, 23",
        "offset=4, ''",
        "offset=2147483647, ''",
    })
    void filtersAndSorts(String query, String expected) {
        assertThat(ids(query)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "q=MILL, NL2 NL3",
        "q=old+mill, NL3",
        "q=%25, NL2",
        "q=, NL1 NL2 NL3",
        "name.contains=barn%2C, NL1",
        "position.lat.gte=51.5, NL1",
        "position.lat=51, NL2",
        "position.null=true, NL3",
        "position.lat.null=true, NL3",
        "sort=-position.lat, NL1 NL2 NL3",
        "name.eq=Mill+100%25, NL2",
    })
    void filtersWithinShapesAndSearches(String query, String expected) {
        assertThat(codes(query)).isEqualTo(expected);
    }

    @Test
    void saysAllThatIsWrongWithAQueryAtOnce() {
        Response response = api.get(SIGHTINGS + "?limit=501&offset=-1&sort=wieght,-rings&fields=id,sit&weigth=1"
                + "&weight.lt=heavy&weight.foo=1&rings.lt=x&chicks=1.5&species=OWL&limt=3&version=x&rings.null=maybe");

        assertThat(response.status()).isEqualTo(400);
        assertThat(errors(response))
                .containsExactlyInAnyOrder(
                        "limit range",
                        "offset range",
                        "sort unknown",
                        "fields unknown",
                        "weigth unknown",
                        "weight.lt type",
                        "weight.foo unknown",
                        "rings.lt type",
                        "chicks type",
                        "species type",
                        "limt unknown",
                        "version type",
                        "rings.null type");
        assertThat(text(response)).contains("did you mean weight?", "did you mean site?", "did you mean limit?");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0", "limit=99999999999", "limit=1e2", "limit=", "limit=5&limit=6", "offset=2147483648", "offset=1.5",
        "cursor=", "cursor=%00", "cursor=AAAA", "cursor=WzEsMiwzXQ", "cursor=bm9uc2Vuc2U", "version=-7", "version=999",
        "asOf=2026", "version=1&asOf=2026-01-01T00:00:00Z", "position=1", "position.lat=x", "position.=1", ".=1", "=1",
        "%00=1", "sort=position", "name.null=", "sort=name%00", "asOf=1990-01-01T00:00:00Z"
    })
    void refusesWithASentence(String query) {
        Response response = api.get(SITES + "?" + query);

        assertThat(response.status()).as(text(response)).isEqualTo(400);
        assertThat(errors(response)).isNotEmpty();
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
