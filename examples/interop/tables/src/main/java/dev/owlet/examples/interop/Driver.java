package dev.owlet.examples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.app.Config;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.table.Maintenance;
import dev.owlet.runtime.table.MaintenanceOptions;
import dev.owlet.runtime.table.MaintenanceProgress;
import dev.owlet.runtime.table.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Owlet's side of the tests, as a process of its own, because engines bring Hadoop's real classes where Owlet has
 * stand-ins. Reads commands, one JSON object a line, and answers each with one line: what was asked for, or
 * {@code {"error":"the message","kind":"the exception"}}.
 */
public final class Driver {
    private final Map<String, Interop> byRoot = new LinkedHashMap<>();

    private Driver() {}

    /** @param args none */
    public static void main(String[] args) throws IOException {
        Driver driver = new Driver();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(driver.answer(Json.MAPPER.readTree(line)));
        }
    }

    private JsonNode answer(JsonNode command) {
        try {
            return run(command);
        } catch (UncheckedIOException e) {
            return error(e.getCause());
        } catch (IOException | RuntimeException | LinkageError e) {
            return error(e);
        }
    }

    private static JsonNode error(Throwable e) {
        return Json.MAPPER
                .createObjectNode()
                .put("error", String.valueOf(e.getMessage()))
                .put("kind", e.getClass().getSimpleName());
    }

    private ObjectNode run(JsonNode command) throws IOException {
        String root = command.path("root").asText();
        Interop project = byRoot.computeIfAbsent(root, folder -> new Interop(Config.local(folder)));
        if (command.path("do").asText().equals("care")) {
            return care(project);
        }
        Table<?> table = project.tables()
                .table(command.path("table").asText())
                .orElseThrow(() -> new IllegalArgumentException("no table " + command.path("table")));
        return new TableCommands<>(table).run(command);
    }

    /** The care of all tables, as {@code owlet:maintain} does it; the answer tells what could not be done. */
    private static ObjectNode care(Interop project) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode problems = answer.putArray("problems");
        new Maintenance(project.tables(), MaintenanceOptions.usual(), MaintenanceProgress.NONE)
                .run()
                .forEach(result -> result.problems().forEach(problems::add));
        return answer;
    }
}
