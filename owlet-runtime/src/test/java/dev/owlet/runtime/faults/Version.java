package dev.owlet.runtime.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One commit as its JSON lines have it, read without any of Owlet's own readers. */
record Version(
        long number,
        String user,
        String operation,
        List<String> added,
        List<String> removed,
        boolean dataChange,
        List<String> applications) {

    static Version parse(long number, byte[] text) throws IOException {
        String user = "";
        String operation = "";
        boolean dataChange = false;
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> applications = new ArrayList<>();
        for (String line : new String(text, StandardCharsets.UTF_8).split("\n")) {
            JsonNode action = Json.MAPPER.readTree(line);
            if (action.has("commitInfo")) {
                user = action.path("commitInfo").path("userName").asText();
                operation = action.path("commitInfo").path("operation").asText();
            } else if (action.has("add")) {
                added.add(action.path("add").path("path").asText());
                dataChange |= action.path("add").path("dataChange").asBoolean();
            } else if (action.has("remove")) {
                removed.add(action.path("remove").path("path").asText());
                dataChange |= action.path("remove").path("dataChange").asBoolean();
            } else if (action.has("txn")) {
                applications.add(action.path("txn").path("appId").asText());
            }
        }
        return new Version(number, user, operation, added, removed, dataChange, applications);
    }
}
