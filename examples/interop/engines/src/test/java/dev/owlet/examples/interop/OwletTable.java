package dev.owlet.examples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * One table as Owlet has it.
 *
 * @param path the folder of the Delta table, for other engines
 */
record OwletTable(Owlet owlet, Path root, String concept, Path path) {
    /** Writes rows; all must be accepted. Returns the table's version. */
    long insert(List<? extends JsonNode> rows) {
        return write("insert", rows);
    }

    long insert(String... rows) {
        return write("insert", Rows.of(rows));
    }

    long upsert(String... rows) {
        return write("upsert", Rows.of(rows));
    }

    private long write(String what, List<? extends JsonNode> rows) {
        ObjectNode command = command(what);
        command.putArray("rows").addAll(rows);
        JsonNode answer = accepted(command);
        for (JsonNode outcome : answer.path("outcomes")) {
            if (!List.of("Created", "Updated").contains(outcome.asText())) {
                throw new IllegalStateException(outcome.asText());
            }
        }
        return answer.path("version").asLong();
    }

    /** Takes a file in, of which every row must be accepted; returns how many there were. */
    long take(Path file) {
        JsonNode answer = accepted(command("import").put("file", file.toString()));
        if (!answer.path("refused").isEmpty()) {
            throw new IllegalStateException(answer.path("refused").toString());
        }
        return answer.path("created").asLong();
    }

    /** The name of the outcome. */
    String delete(Object... key) {
        ObjectNode command = command("delete");
        key(command, key);
        return accepted(command).path("outcomes").path(0).asText();
    }

    /** The row with this key; missing when there is none. */
    JsonNode find(Object... key) {
        ObjectNode command = command("find");
        key(command, key);
        return accepted(command).path("row");
    }

    private static void key(ObjectNode command, Object... key) {
        ArrayNode values = command.putArray("key");
        for (Object value : key) {
            values.addPOJO(value);
        }
    }

    /** All rows with their system columns. */
    List<JsonNode> stored() {
        return Owlet.list(accepted(command("rows")).path("rows"));
    }

    List<JsonNode> rows() {
        return Rows.own(stored());
    }

    List<JsonNode> rows(long version) {
        return Rows.own(
                Owlet.list(accepted(command("rows").put("version", version)).path("rows")));
    }

    /** What {@code owlet:maintain} does to all tables of the root. */
    void care() {
        JsonNode problems = accepted(command("care")).path("problems");
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
    }

    long count() {
        return accepted(command("rows")).path("count").asLong();
    }

    List<JsonNode> history() {
        return Owlet.list(accepted(command("history")).path("commits"));
    }

    /** The table's live files. */
    List<Path> files() {
        return Owlet.list(accepted(command("files")).path("files")).stream()
                .map(file -> path.resolve(URI.create(file.asText()).getPath()))
                .toList();
    }

    /** What Owlet says when it refuses to read. */
    String refusalToRead() {
        return owlet.ask(command("rows")).path("error").asText();
    }

    /** What Owlet says when it refuses to write. */
    String refusalToWrite(String row) {
        ObjectNode command = command("upsert");
        command.putArray("rows").addAll(Rows.of(row));
        return owlet.ask(command).path("error").asText();
    }

    private JsonNode accepted(ObjectNode command) {
        JsonNode answer = owlet.ask(command);
        if (answer.has("error")) {
            throw new IllegalStateException(
                    answer.path("kind").asText() + ": " + answer.path("error").asText());
        }
        return answer;
    }

    private ObjectNode command(String what) {
        return Rows.JSON
                .createObjectNode()
                .put("do", what)
                .put("root", root.toString())
                .put("table", concept);
    }
}
