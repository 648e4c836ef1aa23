package dev.owlet.runtime.api;

import static dev.owlet.runtime.api.Api.SIGHTINGS;
import static dev.owlet.runtime.api.Api.SITES;
import static dev.owlet.runtime.api.Api.errors;
import static dev.owlet.runtime.api.Api.text;
import static dev.owlet.runtime.api.Api.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.http.Response;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {
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
    private static Path root;

    private static Api api;

    @BeforeAll
    static void fill() {
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
    void survivesMoreConditionsThanMakeSense() {
        assertThat(errors(api.get(SITES + "?sort=" + "name,".repeat(5000)))).containsExactly("sort maxItems");
        assertThat(errors(api.get(SITES + "?" + "name.ne=x&".repeat(5000)))).containsExactly("name.ne maxItems");
        String many = IntStream.range(0, 5000).mapToObj(i -> "f" + i + "=1&").collect(Collectors.joining());
        assertThat(errors(api.get(SITES + "?" + many))).containsExactly("f0 maxItems");
        assertThat(codes("code.in=" + "x,".repeat(5000) + "NL1")).isEqualTo("NL1");
        assertThat(api.get(SITES + "?q=" + "a+".repeat(5000)).status()).isEqualTo(200);
    }
}
