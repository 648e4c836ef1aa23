package dev.owlet.processor.emit.api;

import static dev.owlet.processor.model.Concept.Operation.CREATE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import java.util.Locale;
import java.util.Set;

/** The paths of the files that are handed in for one concept. */
final class UploadPaths {
    private static final String JSON = "application/json";

    private final Concept concept;
    private final String path;
    private final String many;

    UploadPaths(Concept concept) {
        this.concept = concept;
        path = "/api/" + concept.path() + "/uploads";
        many = concept.pluralTitle().toLowerCase(Locale.ROOT);
    }

    void addTo(ObjectNode paths) {
        ObjectNode all = paths.putObject(path);
        all.set("get", list());
        all.set("post", announce());
        ObjectNode one = paths.putObject(path + "/{id}");
        one.set("parameters", Parameters.references("upload"));
        one.set("get", get());
        one.set("delete", withdraw());
        ObjectNode complete = paths.putObject(path + "/{id}/complete");
        complete.set("parameters", Parameters.references("upload"));
        complete.set("post", complete());
    }

    private ObjectNode announce() {
        String description =
                "Announces a file of " + many + ": CSV, Excel, JSON, NDJSON or Parquet, also packed, up to 1 GiB. The"
                        + " answer says what to send where; the file is then read in the"
                        + " background. Mode upsert also takes the right to update.";
        ObjectNode example = Json.object()
                .put("filename", concept.path().replace('/', '-') + ".csv")
                .put("size", 1024)
                .put("contentType", "text/csv")
                .put("mode", "insert");
        ObjectNode created = Responses.json("Send the file.", Responses.schema(UploadSchemas.ADDRESS));
        created.withObject("headers").set("Location", Responses.header("Path of the upload."));
        return operation("announce", "Hand in a file of " + many, description)
                .body(Responses.content(JSON, Responses.schema(UploadSchemas.FILE), example))
                .answer(201, created)
                .problems(400, 413, 415);
    }

    private ObjectNode list() {
        ObjectNode limit = Parameters.integer(1, 100).put("default", 20);
        return operation("listUploads", "Files of " + many, "The uploads of the last 90 days, the latest first.")
                .parameter(Parameters.query("limit", "Uploads to return.", limit))
                .answer(200, Responses.json("The uploads.", Responses.schema(UploadSchemas.LIST)))
                .problems(400);
    }

    private ObjectNode get() {
        String description =
                "How far it is; when it is done, what became of its rows. While it waits, what to send where.";
        return operation("getUpload", "Follow a file of " + many, description)
                .answer(200, Responses.json("The upload.", Responses.schema(UploadSchemas.UPLOAD)))
                .problems(404);
    }

    private ObjectNode complete() {
        ObjectNode part = Components.object(
                "number", Parameters.integer(1), "etag", Components.text("The header ETag of the answer to its PUT."));
        return operation(
                        "completeUpload",
                        "Put a file together",
                        "Makes the file of its parts. Repeating it does nothing.")
                .body(Responses.content(JSON, Components.object("parts", Components.list(part))))
                .answer(200, Responses.json("The upload.", Responses.schema(UploadSchemas.UPLOAD)))
                .problems(400, 404, 409);
    }

    private ObjectNode withdraw() {
        String description =
                "Calls it off while it waits; stops it soon while its rows are read. When it is done, undoes it in one commit: rows it created go, rows it"
                        + " replaced come back; refused when they changed since, or are referred to. Takes the right to"
                        + " delete, or to be who handed it in.";
        return operation("withdrawUpload", "Undo a file of " + many, description)
                .answer(
                        202,
                        Responses.json(
                                "It will stop, unless it is done before.", Responses.schema(UploadSchemas.UPLOAD)))
                .answer(204, Responses.of("Called off, or undone."))
                .problems(404, 409);
    }

    private OperationBuilder operation(String verb, String summary, String description) {
        return new OperationBuilder(concept, verb, summary, description, Set.of(CREATE));
    }
}
