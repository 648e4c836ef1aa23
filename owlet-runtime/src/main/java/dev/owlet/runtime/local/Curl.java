package dev.owlet.runtime.local;

import dev.owlet.runtime.app.App;
import dev.owlet.runtime.table.Table;

/** Commands to try the API with, as the start page and the terminal show them. */
final class Curl {
    private Curl() {}

    static String token(String origin) {
        return "TOKEN=$(curl -s '" + origin + "/local/token?group=editor')";
    }

    /** Some rows of the first table. */
    static String request(String origin, App app) {
        String path = app.tables().all().stream()
                .findFirst()
                .map(Table::spec)
                .map(spec -> "/api/" + spec.path() + "?limit=3")
                .orElse("/api/health");
        return "curl -s -H \"Authorization: Bearer $TOKEN\" '" + origin + path + "'";
    }
}
