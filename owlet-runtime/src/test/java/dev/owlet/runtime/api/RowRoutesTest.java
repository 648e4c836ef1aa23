package dev.owlet.runtime.api;

import static dev.owlet.runtime.api.Api.RATES;
import static dev.owlet.runtime.api.Api.SIGHTINGS;
import static dev.owlet.runtime.api.Api.SITES;
import static dev.owlet.runtime.api.Api.errors;
import static dev.owlet.runtime.api.Api.json;
import static dev.owlet.runtime.api.Api.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.http.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowRoutesTest {
    private static final String BARN = """
            {"code": "NL012", "name": "Old barn", "position": {"lat": "52.1", "lon": 4.25}}""";

    @TempDir
    private Path root;

    private Api api;

    @BeforeEach
    void openAndFill() {
        api = new Api(root);
        api.send("POST", SITES, BARN);
    }

    @Test
    void createsARowAndSaysWhereItIs() {
        Response created = api.send("POST", SITES, "{\"code\":\"DE1\",\"name\":\"Mill\"}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers())
                .containsEntry("location", "/api/sites/DE1")
                .containsKey("etag");
        assertThat(json(created).path("name").textValue()).isEqualTo("Mill");
        assertThat(json(created).path("_version").intValue()).isEqualTo(1);
        assertThat(json(created).path("_created_by").textValue()).isEqualTo("ada");
        assertThat(json(created).has("_upload")).isFalse();
        Response read = api.get(created.headers().get("location"));
        assertThat(json(read)).isEqualTo(json(created));
        assertThat(read.headers().get("etag")).isEqualTo(created.headers().get("etag"));
    }

    @Test
    void writesDecimalsWithTheirPlaces() {
        JsonNode site = api.json(SITES + "/NL012");

        assertThat(site.path("position").path("lat").textValue()).isEqualTo("52.100000");
        assertThat(site.path("position").path("lon").textValue()).isEqualTo("4.250000");
    }

    @Test
    void reportsEveryFaultOfARowAtOnceThoseOfTheTableToo() {
        api.send(
                "POST",
                SIGHTINGS,
                "{\"id\":\"01890000-0000-7000-8000-000000000001\",\"site\":\"NL012\",\"species\":\"TYTO_ALBA\","
                        + "\"seen_at\":\"2026-03-31T10:00:00Z\"}");

        Response refused = api.ask(
                "POST",
                SIGHTINGS,
                "{\"id\":\"01890000-0000-7000-8000-000000000001\",\"site\":\"nowhere\","
                        + "\"species\":\"TYTO_ALBA\",\"weight\":\"12.345\",\"wieght\":1}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(errors(refused))
                .containsExactlyInAnyOrder(
                        "/id duplicate", "/site reference", "/weight scale", "/seen_at required", "/wieght unknown");
        assertThat(refused.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(text(refused)).contains("did you mean weight?");
    }

    @Test
    void answersACollisionWith409() {
        Response refused = api.ask("POST", SITES, BARN);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(errors(refused)).containsExactly("/code duplicate");
    }

    @Test
    void doesARepeatedRequestOnce() {
        String row = "{\"site\":\"NL012\",\"species\":\"TYTO_ALBA\",\"seen_at\":\"2026-03-31T10:00:00Z\"}";
        Response first = api.send("POST", SIGHTINGS, row, "idempotency-key", "k1");
        Response again = api.send("POST", SIGHTINGS, row, "idempotency-key", "k1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(text(again)).isEqualTo(text(first));
        assertThat(again.headers()).isEqualTo(first.headers());
        assertThat(api.json(SIGHTINGS).path("total").intValue()).isEqualTo(1);
        assertThat(api.ask("POST", SIGHTINGS, row, "idempotency-key", "k2").status())
                .isEqualTo(409);
        Response another = api.ask("POST", SIGHTINGS, row.replace("10:00", "11:00"), "idempotency-key", "k1");
        assertThat(another.status()).as("a row that would get lost").isEqualTo(422);
        assertThat(text(another)).contains("Idempotency-Key");
        assertThat(api.ask("POST", SIGHTINGS, row, "idempotency-key", "a b").status())
                .isEqualTo(400);
        assertThat(api.ask("POST", SIGHTINGS, row, "idempotency-key", "x".repeat(256))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void readsARowUnlessTheCallerHasIt() {
        Response response = api.get(SITES + "/NL012");
        String tag = response.headers().get("etag");

        assertThat(response.headers()).containsEntry("cache-control", "private, no-cache");
        assertThat(api.get(SITES + "/NL012", "if-none-match", tag).status()).isEqualTo(304);
        assertThat(api.get(SITES + "/NL012", "if-none-match", "\"x\", W/" + tag).status())
                .isEqualTo(304);
        assertThat(api.get(SITES + "/NL012", "if-none-match", "\"x\"").status()).isEqualTo(200);
        assertThat(api.get(SITES + "/NL012", "if-none-match", tag).body()).isEmpty();
        assertThat(json(api.get(SITES + "/NL012?fields=name")).toString()).isEqualTo("{\"name\":\"Old barn\"}");
        assertThat(api.get(SITES + "/nl012").status()).isEqualTo(404);
        assertThat(api.get(SIGHTINGS + "/no-uuid").status()).isEqualTo(404);
        assertThat(api.get(SITES + "/%00").status()).isEqualTo(404);
        assertThat(api.get(SITES + "/a,b").status()).isEqualTo(404);
        assertThat(api.get(SITES + "/NL012?x=1").status()).isEqualTo(400);
    }

    @Test
    void readsARowAsItWas() {
        api.send("PATCH", SITES + "/NL012", "{\"name\":\"New barn\"}");

        assertThat(api.json(SITES + "/NL012?version=0").path("name").textValue())
                .isEqualTo("Old barn");
        assertThat(api.json(SITES + "/NL012").path("name").textValue()).isEqualTo("New barn");
        assertThat(errors(api.get(SITES + "/NL012?version=99"))).containsExactly("version unknown");
        assertThat(errors(api.get(SITES + "/NL012?asOf=1999-01-01T00:00:00Z"))).containsExactly("asOf unknown");
        assertThat(errors(api.get(SITES + "/NL012?asOf=now"))).containsExactly("asOf type");
    }

    @Test
    void replacesARow() {
        String tag = api.get(SITES + "/NL012").headers().get("etag");
        Response replaced = api.send("PUT", SITES + "/NL012", "{\"name\":\"Barn\"}", "if-match", tag);

        assertThat(json(replaced).has("position")).isFalse();
        assertThat(json(replaced).path("_version").intValue()).isEqualTo(2);
        assertThat(json(replaced).path("code").textValue()).isEqualTo("NL012");
        Response stale = api.ask("PUT", SITES + "/NL012", "{\"name\":\"Again\"}", "if-match", tag);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(json(stale).path("current").path("name").textValue()).isEqualTo("Barn");
        assertThat(stale.headers()).containsEntry("etag", replaced.headers().get("etag"));
        assertThat(errors(api.ask("PUT", SITES + "/NL012", "{\"code\":\"X\",\"name\":\"Barn\"}")))
                .containsExactly("/code key");
        assertThat(errors(api.ask("PUT", SITES + "/NL012", "{}"))).containsExactly("/name required");
        assertThat(api.ask("PUT", SITES + "/XX", "{\"name\":\"Barn\"}").status())
                .isEqualTo(404);
        assertThat(api.ask("PUT", SITES + "/XX", "{\"name\":\"Barn\"}", "if-match", tag)
                        .status())
                .isEqualTo(404);
        assertThat(api.ask("PUT", SITES + "/NL012", "{\"name\":\"Barn\"}", "if-match", "bare")
                        .status())
                .isEqualTo(400);
        assertThat(api.ask("PUT", SITES + "/NL012", "{\"name\":\"Barn\"}", "if-match", "W/" + tag)
                        .status())
                .isEqualTo(412);
        assertThat(api.ask("PUT", SITES + "/NL012", "{\"name\":\"Barn\"}", "if-match", "*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void patchesARow() {
        Response patched = api.send(
                "PATCH",
                SITES + "/NL012",
                "{\"position\":{\"lat\":\"51\"}}",
                "content-type",
                "application/merge-patch+json");

        assertThat(json(patched).path("position").toString()).isEqualTo("{\"lat\":\"51.000000\",\"lon\":\"4.250000\"}");
        assertThat(json(api.send("PATCH", SITES + "/NL012", "{\"position\":null}"))
                        .has("position"))
                .isFalse();
        assertThat(errors(api.ask("PATCH", SITES + "/NL012", "{\"name\":null}")))
                .containsExactly("/name required");
        assertThat(errors(api.ask("PATCH", SITES + "/NL012", "{\"code\":\"NEW\"}")))
                .containsExactly("/code key");
        assertThat(errors(api.ask("PATCH", SITES + "/NL012", "{\"position\":{\"lat\":\"91\"}}")))
                .containsExactlyInAnyOrder("/position/lat max", "/position/lon required");
        assertThat(api.ask("PATCH", SITES + "/NL012", "{}", "if-match", "\"1-0\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.ask("PATCH", SITES + "/XX", "{}").status()).isEqualTo(404);
        assertThat(api.ask("PATCH", SITES + "/XX", "{}", "if-match", "\"1-0\"").status())
                .isEqualTo(404);
    }

    /** {@code *} asks for a row, in whatever version (RFC 9110, section 13.1.1): what came in between is not undone. */
    @Test
    void patchesAnyVersionWithoutUndoingWhatCameInBetween() {
        Deque<String> others = new ArrayDeque<>(List.of("Mill", "Tower"));
        Map<String, String> headers = new AbstractMap<>() {
            @Override
            public @Nullable String get(Object name) {
                if (name.equals("if-match") && !others.isEmpty()) { // somebody writes while the patch is being made
                    api.send("PATCH", SITES + "/NL012", "{\"name\":\"" + others.remove() + "\"}");
                }
                return name.equals("if-match") ? "*" : null;
            }

            @Override
            public Set<Entry<String, String>> entrySet() {
                return Set.of(Map.entry("if-match", "*"));
            }
        };

        Response patched = api.ask("PATCH", SITES + "/NL012", "{\"position\":null}".getBytes(UTF_8), headers);

        assertThat(patched.status()).isEqualTo(200);
        assertThat(json(patched).path("name").textValue()).isEqualTo("Tower");
        assertThat(json(patched).has("position")).isFalse();
    }

    @Test
    void takesBackWhatItGaveOut() {
        String row = text(api.get(SITES + "/NL012"));

        assertThat(api.send("PUT", SITES + "/NL012", row).status()).isEqualTo(200);
    }

    @Test
    void deletesARowThatNothingRefersTo() {
        String sighting = "{\"site\":\"NL012\",\"species\":\"TYTO_ALBA\",\"seen_at\":\"2026-03-31T10:00:00Z\"}";
        String at = api.send("POST", SIGHTINGS, sighting).headers().get("location");

        Response refused = api.ask("DELETE", SITES + "/NL012", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(errors(refused)).containsExactly("/code reference");
        String tag = api.get(at).headers().get("etag");
        assertThat(api.ask("DELETE", at, "", "if-match", "\"9-9\"").status()).isEqualTo(412);
        assertThat(api.send("DELETE", at, "", "if-match", tag).status()).isEqualTo(204);
        assertThat(api.ask("DELETE", at, "").status()).isEqualTo(404);
        assertThat(api.send("DELETE", SITES + "/NL012", "").body()).isEmpty();
        assertThat(api.get(SITES + "/NL012").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "batch", "NL/12", "a,b", "%", "é 🦉", "a?b#c", "..a", "+", "\"'<>"})
    void reachesARowByAnyKey(String key) {
        String body = "{\"code\":"
                + dev.owlet.runtime.row.Json.MAPPER.getNodeFactory().textNode(key) + ",\"name\":\"odd\"}";
        String location = api.send("POST", SITES, body).headers().get("location");

        assertThat(location).matches("[A-Za-z0-9/._~%-]+");
        assertThat(api.json(location).path("code").textValue()).isEqualTo(key);
        assertThat(api.send("DELETE", location, "").status()).isEqualTo(204);
    }

    @Test
    void joinsTheKeysOfSeveralColumns() {
        String location = api.send("POST", RATES, "{\"area\":\"a,b\",\"kind\":\"x/y\",\"cents\":7}")
                .headers()
                .get("location");

        assertThat(location).isEqualTo("/api/rates/a%2Cb,x%2Fy");
        assertThat(api.json(location).path("cents").intValue()).isEqualTo(7);
        assertThat(api.get(RATES + "/a,b,x").status()).isEqualTo(404);
        assertThat(json(api.send("PUT", location, "{\"cents\":8}")).path("area").textValue())
                .isEqualTo("a,b");
        assertThat(errors(api.ask("POST", RATES, "{\"area\":\"a,b\",\"kind\":\"x/y\"}")))
                .containsExactlyInAnyOrder("/cents required", "/area duplicate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1]",
                "\"x\"",
                "null",
                "{} {}",
                "{\"code\":1,\"code\":2}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":01}"
            })
    void refusesWhatIsNoJsonObject(String body) {
        Response response = api.ask("POST", SITES, body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(json(response).path("detail").textValue()).doesNotContain("code", "NaN", "Jackson");
    }

    @Test
    void saysWhereJsonIsWrongNotWhatItHolds() {
        Response response = api.ask("POST", SITES, "{\"code\":\"X\",\n \"name\": secret}");

        assertThat(json(response).path("detail").textValue())
                .matches("The body is not valid JSON at line 2, column \\d+\\.");
    }

    @Test
    void saysThatANameStandsTwice() {
        Response response = api.ask("POST", SITES, "{\"code\":\"NL1\",\"code\":\"NL2\"}");

        assertThat(json(response).path("detail").textValue())
                .isEqualTo("The body is not valid JSON at line 1, column 21, where a name stands a second time.");
    }

    @Test
    void survivesHostileBodies() {
        assertThat(api.ask("POST", SITES, "[".repeat(2_000_000)).status()).isEqualTo(400);
        assertThat(api.ask("POST", SITES, "{\"a\":".repeat(100_000)).status()).isEqualTo(400);
        assertThat(api.ask("POST", SITES, "{\"code\":\"\u0000\\u0000\",\"name\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(errors(api.ask("POST", SITES, "{\"code\":\"a\\u0000\",\"name\":\"\\ud800\"}")))
                .containsExactly("/code type", "/name type");
        assertThat(api.ask("POST", SITES, "{\"code\":" + "9".repeat(1000) + "}").status())
                .isEqualTo(400);
        assertThat(api.ask("POST", SITES, new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'})
                        .status())
                .isEqualTo(400);
        assertThat(errors(api.ask("POST", RATES, "{\"area\":\"a\",\"kind\":\"b\",\"cents\":1e999999999}")))
                .containsExactly("/cents type");
    }

    @Test
    void takesJsonOnly() {
        assertThat(api.ask("POST", SITES, BARN, "content-type", "text/plain").status())
                .isEqualTo(415);
        assertThat(text(api.ask("POST", SITES, "a=b", "content-type", "application/x-www-form-urlencoded")))
                .contains("This route takes application/json, not application/x-www-form-urlencoded.");
        assertThat(api.ask("PATCH", SITES + "/NL012", "[]", "content-type", "application/json-patch+json")
                        .status())
                .isEqualTo(415);
        assertThat(api.ask("POST", SITES, BARN, "content-type", "Application/JSON; charset=utf-8")
                        .status())
                .isEqualTo(409);
        assertThat(api.ask("POST", SITES + "?dry=1", BARN).status()).isEqualTo(400);
        byte[] utf16 = "{\"code\":\"U16\",\"name\":\"x\"}".getBytes(StandardCharsets.UTF_16BE);
        assertThat(api.ask("POST", SITES, utf16).status()).isIn(201, 400);
    }
}
