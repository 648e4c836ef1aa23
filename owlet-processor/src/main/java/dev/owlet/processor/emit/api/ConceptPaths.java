package dev.owlet.processor.emit.api;

import static dev.owlet.processor.model.Concept.Operation.CREATE;
import static dev.owlet.processor.model.Concept.Operation.DELETE;
import static dev.owlet.processor.model.Concept.Operation.READ;
import static dev.owlet.processor.model.Concept.Operation.UPDATE;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Model;
import java.util.Locale;
import java.util.Set;

/** The paths of one concept. */
final class ConceptPaths {
    private final Concept concept;
    private final String path;
    private final String one;
    private final String many;
    private final ObjectNode exampleInput;
    private final ObjectNode exampleRow;

    ConceptPaths(Model model, Concept concept) {
        this.concept = concept;
        this.path = "/api/" + concept.path();
        this.one = concept.title().toLowerCase(Locale.ROOT);
        this.many = concept.pluralTitle().toLowerCase(Locale.ROOT);
        ExampleRows examples = new ExampleRows(model);
        this.exampleInput = examples.input(concept);
        this.exampleRow = examples.row(concept);
    }

    void addTo(ObjectNode paths) {
        ObjectNode all = paths.putObject(path);
        all.set("get", list());
        all.set("post", create());
        paths.putObject(path + "/batch").set("post", batch());
        paths.putObject(path + "/summary").set("get", summary());
        paths.putObject(path + "/history").set("get", history());
        paths.putObject(path + "/export").set("get", export());
        ObjectNode row = paths.putObject(path + "/{key}");
        row.set("get", get());
        row.set("put", put());
        row.set("patch", patch());
        row.set("delete", delete());
    }

    private ObjectNode list() {
        String description = "A page of " + many + ". A field's name filters by equality; a suffix by more: field.ne, "
                + "field.lt, field.lte, field.gt, field.gte, field.in (values separated by commas), field.contains, "
                + "field.null (true or false). x-operators names the suffixes a field has.";
        ObjectNode page = Json.object();
        page.putArray("items").add(exampleRow.deepCopy());
        page.putNull("next").put("total", 1);
        return operation("list", "List " + many, description, READ)
                .parameters(Parameters.list(concept))
                .answer(200, Responses.json("A page.", reference(".Page"), page))
                .problems(400);
    }

    private ObjectNode create() {
        ObjectNode created = Responses.row("Created.", reference(""), exampleRow);
        created.withObject("headers").setAll(Responses.header("Location", "Path of the new row."));
        return operation("create", "Create a row of " + many, "Adds one " + one + ".", CREATE)
                .parameter(Parameters.idempotencyKey())
                .body(Responses.content("application/json", reference(".Input"), exampleInput))
                .answer(201, created)
                .problems(400, 409, 415, 422);
    }

    private ObjectNode batch() {
        ObjectNode example = Json.object().put("mode", "upsert");
        example.putArray("rows").add(exampleInput.deepCopy());
        ObjectNode content = Responses.content("application/json", reference(".Batch"), example);
        content.setAll(Responses.content("application/x-ndjson", Parameters.string(), null));
        content.setAll(Responses.content("text/csv", Parameters.string(), null));
        ObjectNode mode = Json.object().put("type", "string").put("default", "insert");
        mode.set("enum", Json.strings("insert", "upsert"));
        return new OperationBuilder(
                        concept,
                        "batch",
                        "Write many " + many,
                        "Writes up to 5 MB of rows in one commit: good rows load, bad rows come back. Mode upsert also "
                                + "replaces rows that exist, for groups that may update.",
                        Set.of(CREATE))
                .parameter(Parameters.query("mode", "For NDJSON and CSV; JSON has it in the body.", mode))
                .parameter(Parameters.idempotencyKey())
                .body(content)
                .answer(
                        200,
                        Responses.json("What became of the rows.", Responses.reference(Components.BATCH_RESULT), null))
                .problems(400, 413, 415);
    }

    private ObjectNode summary() {
        ObjectNode bucket = Parameters.string();
        bucket.set("enum", Json.strings("day", "week", "month", "quarter", "year"));
        return operation(
                        "summarize",
                        "Summarize " + many,
                        "Groups " + many + " and counts or measures each group.",
                        READ)
                .parameter(Parameters.query("by", "The field to group by.", Parameters.string()))
                .parameter(
                        Parameters.query("bucket", "How long a group is, when grouping by a date or a time.", bucket))
                .parameter(Parameters.query(
                        "measure",
                        "count, or sum:field, avg:field, min:field, max:field.",
                        Parameters.string().put("default", "count")))
                .parameters(Parameters.filters(concept))
                .answer(200, Responses.json("The groups.", Responses.reference(Components.SUMMARY), null))
                .problems(400);
    }

    private ObjectNode history() {
        return operation("history", "History of " + many, "The commits of the table, newest first.", READ)
                .parameter(Parameters.query("limit", "Commits to return.", Parameters.integer(1, 500)))
                .answer(200, Responses.json("The commits.", Responses.reference(Components.HISTORY), null))
                .problems(400);
    }

    private ObjectNode export() {
        ObjectNode format = Parameters.string().put("default", "csv");
        format.set("enum", Json.strings("csv", "ndjson", "parquet"));
        ArrayNode parameters = Parameters.list(concept);
        for (int cut = 0; cut < 3; cut++) {
            parameters.remove(0);
        }
        ObjectNode file = Responses.of("Every row that passes, as a file.");
        ObjectNode content = Responses.content("text/csv", Parameters.string(), null);
        content.setAll(Responses.content("application/x-ndjson", Parameters.string(), null));
        content.setAll(Responses.content("application/vnd.apache.parquet", Json.object(), null));
        file.set("content", content);
        return operation(
                        "export",
                        "Export " + many,
                        "What it exports, an import takes back unchanged. Filters are those of the list.",
                        READ)
                .parameter(Parameters.query("format", "The form of the file.", format))
                .parameters(parameters)
                .answer(200, file)
                .problems(400);
    }

    private ObjectNode get() {
        return operation("get", "Get one of the " + many, "One " + one + ".", READ)
                .parameter(Parameters.key(concept))
                .answer(200, Responses.row("The row.", reference(""), exampleRow))
                .problems(404);
    }

    private ObjectNode put() {
        return operation("replace", "Replace one of the " + many, "Puts a whole row in the place of another.", UPDATE)
                .parameter(Parameters.key(concept))
                .parameter(Parameters.ifMatch())
                .body(Responses.content("application/json", reference(".Input"), exampleInput))
                .answer(200, Responses.row("Replaced.", reference(""), exampleRow))
                .problems(400, 404, 409, 412, 415, 422);
    }

    private ObjectNode patch() {
        String description = "Changes the fields that are sent and no others; null takes a value away "
                + "(JSON Merge Patch, RFC 7396).";
        return operation("update", "Change one of the " + many, description, UPDATE)
                .parameter(Parameters.key(concept))
                .parameter(Parameters.ifMatch())
                .body(Responses.content("application/merge-patch+json", reference(".Patch"), null)
                        .setAll(Responses.content("application/json", reference(".Patch"), null)))
                .answer(200, Responses.row("Changed.", reference(""), exampleRow))
                .problems(400, 404, 409, 412, 415, 422);
    }

    private ObjectNode delete() {
        return operation("delete", "Delete one of the " + many, "Deletes one " + one + ".", DELETE)
                .parameter(Parameters.key(concept))
                .parameter(Parameters.ifMatch())
                .answer(204, Responses.of("Deleted."))
                .problems(404, 409, 412);
    }

    private OperationBuilder operation(String verb, String summary, String description, Concept.Operation needed) {
        return new OperationBuilder(concept, verb, summary, description, Set.of(needed));
    }

    private ObjectNode reference(String suffix) {
        return Responses.reference(concept.name() + suffix);
    }
}
