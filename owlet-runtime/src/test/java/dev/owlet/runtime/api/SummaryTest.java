package dev.owlet.runtime.api;

import static dev.owlet.runtime.api.Api.SIGHTINGS;
import static dev.owlet.runtime.api.Api.SITES;
import static dev.owlet.runtime.api.Api.errors;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
    @TempDir
    private static Path root;

    private static Api api;

    @BeforeAll
    static void fill() {
        api = new Api(root);
        api.send(
                "POST",
                SITES + "/batch",
                "{\"rows\":[{\"code\":\"N\",\"name\":\"North\"},{\"code\":\"S\",\"name\":\"South\"}]}");
        api.send("POST", SIGHTINGS + "/batch", """
                {"rows": [
                  {"site": "N", "species": "TYTO_ALBA", "seen_at": "2024-12-30T00:00:00Z", "weight": "100.1", "chicks": 1},
                  {"site": "N", "species": "TYTO_ALBA", "seen_at": "2025-01-01T00:00:00Z", "weight": "200.2", "chicks": 2},
                  {"site": "S", "species": "STRIX_ALUCO", "seen_at": "2025-05-31T23:59:59.999999Z", "weight": "700"},
                  {"site": "S", "species": "TYTO_ALBA", "seen_at": "2025-06-01T00:00:00Z"}
                ]}""");
    }

    private static String summary(String query) {
        JsonNode answer = api.json(SIGHTINGS + "/summary?" + query);
        StringBuilder text = new StringBuilder();
        answer.path("groups")
                .forEach(group -> text.append(text.isEmpty() ? "" : " ")
                        .append(group.path("key").asText())
                        .append('=')
                        .append(group.path("value"))
                        .append('/')
                        .append(group.path("count")));
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "'', all=4/4",
        "by=, all=4/4",
        "measure=sum:weight, all=\"1000.3\"/4",
        "measure=avg:weight, all=\"333.43333\"/4",
        "measure=min:weight, all=\"100.1\"/4",
        "measure=max:seen_at, all=\"2025-06-01T00:00:00Z\"/4",
        "measure=sum:chicks, all=3/4",
        "measure=avg:chicks, all=\"1.5000\"/4",
        "by=site, N=2/2 S=2/2",
        "by=species, TYTO_ALBA=3/3 STRIX_ALUCO=1/1",
        "by=site&measure=sum:weight, S=\"700.0\"/2 N=\"300.3\"/2",
        "by=site&measure=sum:chicks, N=3/2 S=null/2",
        "by=heavy, false=2/2 true=1/1",
        "by=seen_at&bucket=day, 2024-12-30=1/1 2025-01-01=1/1 2025-05-31=1/1 2025-06-01=1/1",
        "by=seen_at&bucket=week, 2025-W01=2/2 2025-W22=2/2",
        "by=seen_at&bucket=month, 2024-12=1/1 2025-01=1/1 2025-05=1/1 2025-06=1/1",
        "by=seen_at&bucket=quarter, 2024-Q4=1/1 2025-Q1=1/1 2025-Q2=2/2",
        "by=seen_at&bucket=year&measure=max:weight, 2024=\"100.1\"/1 2025=\"700.0\"/3",
        "by=seen_at&bucket=year&species=TYTO_ALBA, 2024=1/1 2025=2/2",
        "by=_created_by, ada=4/4",
        "site=X, ''",
    })
    void groupsAndMeasures(String query, String expected) {
        assertThat(summary(query)).isEqualTo(expected);
    }

    @Test
    void labelsReferencesAndCountsWhatHasNoGroup() {
        JsonNode bySite = api.json(SIGHTINGS + "/summary?by=site&measure=count");
        assertThat(bySite.toString())
                .isEqualTo("{\"by\":\"site\",\"bucket\":null,\"measure\":\"count\",\"groups\":["
                        + "{\"key\":\"N\",\"label\":\"North\",\"value\":2,\"count\":2},"
                        + "{\"key\":\"S\",\"label\":\"South\",\"value\":2,\"count\":2}],"
                        + "\"total\":4,\"absent\":0,\"unlisted\":0}");
        JsonNode byChicks = api.json(SIGHTINGS + "/summary?by=chicks");
        assertThat(byChicks.path("total").intValue()).isEqualTo(4);
        assertThat(byChicks.path("absent").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "by=sit, by unknown",
        "by=rings, by type",
        "bucket=hour, bucket enum",
        "bucket=day, bucket conflict",
        "by=site&bucket=day, bucket type",
        "measure=sum, measure enum",
        "measure=median:weight, measure enum",
        "measure=sum:wieght, measure unknown",
        "measure=sum:site, measure type",
        "measure=min:rings, measure type",
        "limit=3, limit unknown",
    })
    void saysWhatCannotBeSummedUp(String query, String error) {
        assertThat(errors(api.get(SIGHTINGS + "/summary?" + query))).containsExactly(error);
    }
}
