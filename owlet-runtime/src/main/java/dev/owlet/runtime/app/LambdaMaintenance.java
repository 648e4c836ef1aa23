package dev.owlet.runtime.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.table.Maintenance;
import dev.owlet.runtime.table.MaintenanceOptions;
import dev.owlet.runtime.table.MaintenanceProgress;
import dev.owlet.runtime.table.MaintenanceResult;
import dev.owlet.runtime.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntSupplier;

/** The care of the tables within the time that a Lambda function has. */
final class LambdaMaintenance {
    /** What is begun in time takes seconds, and is ended. */
    private static final int RESERVE_MILLIS = 30_000;

    private LambdaMaintenance() {}

    /** @param remaining milliseconds until the function is stopped */
    static void run(Tables tables, OutputStream output, IntSupplier remaining) throws IOException {
        MaintenanceOptions options = MaintenanceOptions.usual().whileTrue(() -> remaining.getAsInt() > RESERVE_MILLIS);
        List<MaintenanceResult> results = new Maintenance(tables, options, MaintenanceProgress.NONE).run();
        ObjectNode answer = json(results);
        Log.line("maintenance " + answer);
        output.write(Json.MAPPER.writeValueAsBytes(answer));
        if (!answer.path("ok").booleanValue()) {
            throw new IllegalStateException("maintenance found problems; the log names them");
        }
    }

    private static ObjectNode json(List<MaintenanceResult> results) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("ok", results.stream().allMatch(result -> result.problems().isEmpty()));
        answer.put("complete", results.stream().allMatch(result -> result.left().isEmpty()));
        results.forEach(result -> add(answer.withArray("tables").addObject(), result));
        return answer;
    }

    private static void add(ObjectNode node, MaintenanceResult result) {
        node.put("table", result.table());
        add(node.putObject("before"), result.before());
        add(node.putObject("after"), result.after());
        add(node.putObject("merged"), result.merged());
        add(node.putObject("removed"), result.removed());
        node.put("logFilesRemoved", result.logFiles());
        result.left().forEach(node.putArray("left")::add);
        result.problems().forEach(node.putArray("problems")::add);
    }

    private static void add(ObjectNode node, MaintenanceResult.Files files) {
        node.put("files", files.count()).put("bytes", files.bytes());
    }
}
