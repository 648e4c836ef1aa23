package dev.owlet.runtime.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.app.App;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.table.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills empty tables from files, through the API's own batch route: what is refused there is refused here. */
final class Samples {
    private static final Map<String, String> TYPES =
            Map.of("csv", "text/csv", "ndjson", "application/x-ndjson", "json", "application/json");
    private static final int SHOWN = 5;

    private final App app;
    private final String token;
    private final PrintStream out;

    /** @param token of somebody who may create rows */
    Samples(App app, String token, PrintStream out) {
        this.app = app;
        this.token = token;
        this.out = out;
    }

    /** Loads {@code <folder>/<path>.<csv, ndjson or json>}, where the path's {@code /} is a {@code -}. */
    void load(Path folder) throws IOException {
        for (Table<?> table : referredFirst()) {
            Optional<Path> file = file(folder, table);
            if (file.isPresent()) {
                load(table, file.get());
            }
        }
    }

    private void load(Table<?> table, Path file) throws IOException {
        String name = String.format("  %-16s", table.spec().name());
        long rows = table.view().count();
        if (rows > 0) {
            out.println(name + " kept as it is, with " + count(rows));
            return;
        }
        Response response = app.handle(batch(table, file));
        JsonNode answer = Json.MAPPER.readTree(response.body());
        if (response.status() >= 400) {
            out.println(
                    name + " " + file + " not loaded: " + answer.path("detail").asText("status " + response.status()));
            return;
        }
        JsonNode rejected = answer.path("rejected");
        long bad = rejected.size() + answer.path("unlisted").asLong();
        out.println(name + " " + count(answer.path("created").asLong()) + " loaded"
                + (bad == 0 ? "" : ", " + count(bad) + " rejected"));
        print(rejected, bad);
        for (JsonNode heading : answer.path("unmapped")) {
            out.println("    column \"" + heading.asText() + "\" is no field, and was not read");
        }
    }

    private void print(JsonNode rejected, long bad) {
        for (int i = 0; i < Math.min(rejected.size(), SHOWN); i++) {
            for (JsonNode error : rejected.get(i).path("errors")) {
                out.println("    row " + (rejected.get(i).path("index").asLong() + 1) + ": "
                        + error.path("pointer").asText() + " "
                        + error.path("message").asText());
            }
        }
        if (bad > SHOWN) {
            out.println("    and " + (bad - SHOWN) + " more");
        }
    }

    private Request batch(Table<?> table, Path file) throws IOException {
        String type = String.valueOf(TYPES.get(extension(file)));
        byte[] body = Files.readAllBytes(file);
        return new Request(
                "POST",
                "/api/" + table.spec().path() + "/batch",
                Map.of(),
                Map.of("content-type", type, "authorization", "Bearer " + token),
                type.equals("application/json") ? envelope(body) : body,
                Map.of(),
                null);
    }

    /** The batch route's JSON around a file that is a plain list of rows. */
    private static byte[] envelope(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return text.startsWith("[")
                ? ("{\"mode\":\"insert\",\"rows\":" + text + "}").getBytes(StandardCharsets.UTF_8)
                : body;
    }

    private static Optional<Path> file(Path folder, Table<?> table) {
        String name = table.spec().path().replace('/', '-');
        return List.of("csv", "ndjson", "json").stream()
                .map(extension -> folder.resolve(name + "." + extension))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Tables in an order in which each comes after those it refers to; where they refer in circles, in model order. */
    private List<Table<?>> referredFirst() {
        Set<String> seen = new LinkedHashSet<>();
        List<Table<?>> ordered = new ArrayList<>();
        app.tables().all().forEach(table -> visit(table, seen, ordered));
        return ordered;
    }

    private void visit(Table<?> table, Set<String> seen, List<Table<?>> ordered) {
        if (!seen.add(table.spec().name())) {
            return;
        }
        for (String concept : table.spec().references().values()) {
            app.tables().table(concept).ifPresent(other -> visit(other, seen, ordered));
        }
        ordered.add(table);
    }

    private static String count(long rows) {
        return String.format(java.util.Locale.ROOT, "%,d row%s", rows, rows == 1 ? "" : "s");
    }
}
