package dev.owlet.processor.emit.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Concept.Operation;
import dev.owlet.processor.model.Field;
import java.util.List;

/** What the web app may offer; an operation that no group may do is left out. */
final class Operations {
    private static final int MAX_LIMIT = 500;
    private static final int BATCH_ROWS = 5_000;
    /** Below the API's 5 MB, to leave room for what surrounds the rows. */
    private static final int BATCH_BYTES = 4_000_000;

    private Operations() {}

    static ObjectNode of(Concept concept) {
        ObjectNode operations = Json.object();
        if (may(concept, Operation.READ)) {
            operations.set("list", list(concept));
        }
        if (may(concept, Operation.CREATE)) {
            operations.putObject("create");
        }
        if (may(concept, Operation.UPDATE)) {
            operations.putObject("update").put("concurrency", "etag");
        }
        if (may(concept, Operation.DELETE)) {
            operations.putObject("delete");
        }
        if (may(concept, Operation.CREATE)) {
            operations.set("import", batch(concept));
        }
        if (may(concept, Operation.READ)) {
            operations.putObject("summary");
            operations.putObject("history");
            operations.putObject("export").set("formats", Json.strings("csv", "ndjson", "parquet"));
        }
        return operations;
    }

    private static ObjectNode list(Concept concept) {
        ObjectNode list = Json.object().put("sort", true);
        List<String> searched =
                concept.fields().stream().filter(Field::search).map(Field::name).toList();
        if (!searched.isEmpty()) {
            list.set("search", Json.strings(searched));
        }
        return list.put("paging", "offset").put("maxLimit", MAX_LIMIT);
    }

    private static ObjectNode batch(Concept concept) {
        ObjectNode batch =
                Json.object().put("mode", "batch").put("maxRows", BATCH_ROWS).put("maxBytes", BATCH_BYTES);
        match(concept, batch);
        return batch;
    }

    /** By which field a row of a file is known again: the key if people enter it, else a unique field. */
    private static void match(Concept concept, ObjectNode batch) {
        List<Field> entered = WebConcepts.entered(concept);
        boolean byKey = concept.key().size() == 1
                && entered.stream()
                        .anyMatch(field -> field.name().equals(concept.key().get(0)));
        if (byKey) {
            batch.put("match", concept.key().get(0));
        } else {
            entered.stream().filter(Field::unique).findFirst().ifPresent(field -> batch.put("match", field.name()));
        }
    }

    private static boolean may(Concept concept, Operation operation) {
        return concept.access().values().stream().anyMatch(operations -> operations.contains(operation));
    }
}
