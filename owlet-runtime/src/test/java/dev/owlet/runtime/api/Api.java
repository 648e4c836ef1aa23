package dev.owlet.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.http.Percent;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.Router;
import dev.owlet.runtime.http.User;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API over the {@link Owls} in a folder, as a test asks it. */
final class Api {
    static final String SITES = "/api/sites";
    static final String SIGHTINGS = "/api/field/sightings";
    static final String RATES = "/api/rates";

    private final Router router = new Router();
    private @Nullable User user = new User("ada", List.of("admin"));

    Api(Path root) {
        Tables tables = new Tables(ObjectStore.open(root.toString()));
        routes(tables.add(new Owls.SiteTable()));
        routes(tables.add(new Owls.SightingTable()));
        routes(tables.add(new Owls.RateTable()));
    }

    private <T> void routes(Table<T> table) {
        Resource<T> resource = new Resource<>(table);
        String path = "/api/" + table.spec().path();
        router.get(path, resource::list)
                .post(path, resource::create)
                .post(path + "/batch", resource::batch)
                .get(path + "/summary", resource::summary)
                .get(path + "/history", resource::history)
                .get(path + "/export", resource::export)
                .get(path + "/{key}", resource::get)
                .put(path + "/{key}", resource::put)
                .patch(path + "/{key}", resource::patch)
                .delete(path + "/{key}", resource::delete);
    }

    Api as(@Nullable User other) {
        user = other;
        return this;
    }

    Response ask(String method, String target, String body, String... headers) {
        return ask(method, target, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Response ask(String method, String target, byte[] body, String... headers) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return ask(method, target, body, all);
    }

    Response ask(String method, String target, byte[] body, Map<String, String> headers) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Map<String, List<String>> query = Percent.query(mark < 0 ? "" : target.substring(mark + 1));
        try {
            return router.handle(new Request(method, path, query, headers, body, Map.of(), user));
        } catch (Exception e) {
            throw new AssertionError("a handler failed", e);
        }
    }

    Response get(String target, String... headers) {
        return ask("GET", target, "", headers);
    }

    /** The JSON of an answer that must be a good one. */
    JsonNode json(String target) {
        Response response = get(target);
        assertThat(response.status()).as(text(response)).isEqualTo(200);
        return json(response);
    }

    /** Sends what must be accepted. */
    Response send(String method, String target, String body, String... headers) {
        Response response = ask(method, target, body, headers);
        assertThat(response.status()).as(text(response)).isBetween(200, 299);
        return response;
    }

    static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static JsonNode json(Response response) {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code pointer code} of each error, in order. */
    static List<String> errors(JsonNode problem) {
        List<String> errors = new ArrayList<>();
        problem.path("errors")
                .forEach(error -> errors.add(error.path("pointer").asText() + " "
                        + error.path("code").asText()));
        return errors;
    }

    static List<String> errors(Response response) {
        return errors(json(response));
    }

    /** One field of each item. */
    static List<String> values(JsonNode page, String field) {
        List<String> values = new ArrayList<>();
        page.path("items").forEach(item -> values.add(item.path(field).asText()));
        return values;
    }
}
