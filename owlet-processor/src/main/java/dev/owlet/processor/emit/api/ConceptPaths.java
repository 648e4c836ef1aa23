package dev.owlet.processor.emit.api;

import static dev.owlet.processor.model.Concept.Operation.CREATE;
import static dev.owlet.processor.model.Concept.Operation.DELETE;
import static dev.owlet.processor.model.Concept.Operation.READ;
import static dev.owlet.processor.model.Concept.Operation.UPDATE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Model;
import java.util.Locale;
import java.util.Set;

/** The paths of one concept. */
final class ConceptPaths {
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String PATCH = "application/merge-patch+json";
    private static final String PARQUET = "application/vnd.apache.parquet";

    private final Concept concept;
    private final String path;
    private final String one;
    private final String many;
    private final ObjectNode example;

    ConceptPaths(Model model, Concept concept) {
        this.concept = concept;
        this.path = "/api/" + concept.path();
        this.one = concept.title().toLowerCase(Locale.ROOT);
        this.many = concept.pluralTitle().toLowerCase(Locale.ROOT);
        this.example = new ExampleRows(model).input(concept);
    }

    void addTo(ObjectNode paths) {
        ObjectNode all = paths.putObject(path);
        all.set("get", list());
        all.set("post", create());
        paths.putObject(path + "/batch").set("post", batch());
        paths.putObject(path + "/summary").set("get", summary());
        paths.putObject(path + "/history").set("get", history());
        paths.putObject(path + "/export").set("get", export());
        new UploadPaths(concept).addTo(paths);
        ObjectNode row = paths.putObject(path + "/{key}");
        row.set("parameters", Parameters.key(concept));
        row.set("get", get());
        row.set("put", put());
        row.set("patch", patch());
        row.set("delete", delete());
    }

    private ObjectNode list() {
        String description = "A page of " + many + ". A field's name filters by equality; a suffix by more: field.ne, "
                + "field.lt, field.lte, field.gt, field.gte, field.in (values separated by commas), field.contains, "
                + "field.null (true or false). x-operators names those that make sense for a field.";
        return operation("list", "List " + many, description, READ)
                .parameters(Parameters.list(concept))
                .answer(200, Responses.json("A page.", schema(".Page")))
                .problems(400, 410);
    }

    private ObjectNode create() {
        ObjectNode created = Responses.row("Created.", schema(""));
        created.withObject("headers").set("Location", Responses.header("Path of the new row."));
        return operation("create", "Create " + one, "Adds one " + one + ".", CREATE)
                .parameters(Parameters.references("idempotencyKey"))
                .body(Responses.content(JSON, schema(".Input"), example))
                .answer(201, created)
                .problems(400, 409, 415, 422);
    }

    private ObjectNode batch() {
        String description = "Writes up to 5 MB of rows in one commit: good rows load, bad rows come back. Mode upsert "
                + "also replaces rows that exist, for groups that may update.";
        ObjectNode rows = Json.object().put("mode", "insert");
        rows.putArray("rows").add(example.deepCopy());
        ObjectNode content = Responses.content(JSON, schema(".Batch"), rows);
        content.setAll(Responses.content(NDJSON, Parameters.text()));
        content.setAll(Responses.content(CSV, Parameters.text()));
        ObjectNode mode = Parameters.choice("insert", "upsert");
        return operation("batch", "Write many " + many, description, CREATE)
                .parameter(Parameters.query("mode", "For NDJSON and CSV; JSON may have it in the body.", mode))
                .parameters(Parameters.references("idempotencyKey"))
                .body(content)
                .answer(200, Responses.json("What became of the rows.", Responses.schema(Components.BATCH_RESULT)))
                .problems(400, 413, 415, 422);
    }

    private ObjectNode summary() {
        ObjectNode bucket = Parameters.text();
        bucket.set("enum", Json.strings("day", "week", "month", "quarter", "year"));
        ObjectNode measure = Parameters.text().put("default", "count");
        String description = "Groups " + many + " and counts or measures each group.";
        return operation("summarize", "Summarize " + many, description, READ)
                .parameter(Parameters.query("by", "The field to group by.", Parameters.text()))
                .parameter(Parameters.query("bucket", "How long a group is, when by is a date or a time.", bucket))
                .parameter(
                        Parameters.query("measure", "count, or sum:field, avg:field, min:field, max:field.", measure))
                .parameters(Parameters.selection(concept))
                .answer(200, Responses.json("The groups.", Responses.schema(Components.SUMMARY)))
                .problems(400);
    }

    private ObjectNode history() {
        ObjectNode limit = Parameters.integer(1, 500).put("default", 25);
        return operation("history", "History of " + many, "The commits of the table, newest first.", READ)
                .parameter(Parameters.query("limit", "Commits to return.", limit))
                .answer(200, Responses.json("The commits.", Responses.schema(Components.HISTORY)))
                .problems(400);
    }

    private ObjectNode export() {
        String description = "What it exports, an import takes back unchanged. Filters are those of the list.";
        ObjectNode content = Responses.content(CSV, Parameters.text());
        content.setAll(Responses.content(NDJSON, Parameters.text()));
        content.setAll(Responses.content(PARQUET, Json.object()));
        ObjectNode file = Responses.of("Every row that passes, as a file.");
        file.set("content", content);
        ObjectNode format = Parameters.choice("csv", "ndjson", "parquet");
        return operation("export", "Export " + many, description, READ)
                .parameter(Parameters.query("format", "The form of the file.", format))
                .parameters(Parameters.references("sort"))
                .parameters(Parameters.selection(concept))
                .answer(200, file)
                .problems(400);
    }

    private ObjectNode get() {
        return operation("get", "Get " + one, "One " + one + ".", READ)
                .parameters(Parameters.references("fields", "version", "asOf", "ifNoneMatch"))
                .answer(200, Responses.row("The row.", schema("")))
                .answer(304, Responses.of("Unchanged since its ETag was read."))
                .problems(400, 404);
    }

    private ObjectNode put() {
        String description = "Puts a whole row in the place of the one with this key, which the body may leave out.";
        return operation("replace", "Replace " + one, description, UPDATE)
                .parameters(Parameters.references("ifMatch"))
                .body(Responses.content(JSON, schema(".Input"), example))
                .answer(200, Responses.row("Replaced.", schema("")))
                .problems(400, 404, 409, 412, 415, 422);
    }

    private ObjectNode patch() {
        String description = "Changes the fields that are sent and no others; null takes a value away "
                + "(JSON Merge Patch, RFC 7396).";
        ObjectNode content = Responses.content(PATCH, schema(".Patch"));
        content.setAll(Responses.content(JSON, schema(".Patch")));
        return operation("update", "Change " + one, description, UPDATE)
                .parameters(Parameters.references("ifMatch"))
                .body(content)
                .answer(200, Responses.row("Changed.", schema("")))
                .problems(400, 404, 409, 412, 415, 422);
    }

    private ObjectNode delete() {
        return operation("delete", "Delete " + one, "Deletes one " + one + ".", DELETE)
                .parameters(Parameters.references("ifMatch"))
                .answer(204, Responses.of("Deleted."))
                .problems(404, 409, 412);
    }

    private OperationBuilder operation(String verb, String summary, String description, Concept.Operation needed) {
        return new OperationBuilder(concept, verb, summary, description, Set.of(needed));
    }

    private ObjectNode schema(String suffix) {
        return Responses.schema(concept.name() + suffix);
    }
}
