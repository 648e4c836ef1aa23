package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Model;

/**
 * What the operations refer to. Schemas of Owlet itself start with {@code owlet.} and those beside a concept's row end
 * with a dot and a word: names of the model have no dot, so that none can be in the way.
 */
final class Components {
    static final String PROBLEM = "owlet.Problem";
    static final String UNAUTHORIZED = "owlet.Unauthorized";
    static final String BATCH_RESULT = "owlet.BatchResult";
    static final String SUMMARY = "owlet.Summary";
    static final String HISTORY = "owlet.History";
    static final String VIOLATION = "owlet.Violation";

    private Components() {}

    static ObjectNode of(Model model) {
        ObjectNode components = Json.object();
        components.set("schemas", schemas(model));
        ObjectNode parameters = components.putObject("parameters");
        Parameters.addShared(parameters);
        model.concepts().forEach(concept -> Parameters.addConcept(parameters, concept));
        components.set("responses", Responses.components());
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "An access token of the project's issuer (OpenID Connect); an ID token is refused. Claim "
                                + "cognito:groups decides what it may do.");
        return components;
    }

    private static ObjectNode schemas(Model model) {
        ObjectNode schemas = Json.object();
        ObjectSchemas objects = new ObjectSchemas(model, "#/components/schemas/");
        ExampleRows examples = new ExampleRows(model);
        for (Concept concept : model.concepts()) {
            ObjectNode row = objects.row(concept);
            row.putArray("examples").add(examples.row(concept));
            schemas.set(concept.name(), row);
            schemas.set(concept.name() + ".Input", objects.input(concept));
            schemas.set(concept.name() + ".Patch", objects.patch(concept));
            schemas.set(concept.name() + ".Page", page(concept));
            schemas.set(concept.name() + ".Batch", batch(concept));
        }
        for (Concept concept : model.concepts()) {
            schemas.setAll(Definitions.of(concept.fields(), objects));
        }
        schemas.set(PROBLEM, problem());
        schemas.set(VIOLATION, violation());
        schemas.set(UNAUTHORIZED, object("message", text("Unauthorized, always.")));
        schemas.set(BATCH_RESULT, batchResult());
        schemas.set(SUMMARY, summary());
        schemas.set(HISTORY, history());
        UploadSchemas.addTo(schemas);
        return schemas;
    }

    private static ObjectNode page(Concept concept) {
        ObjectNode next = Json.object().put("description", "Cursor of the next page; null on the last.");
        next.set("type", Json.strings("string", "null"));
        return object(
                "items", list(Responses.schema(concept.name())), "next", next, "total", count("All rows that pass."));
    }

    private static ObjectNode batch(Concept concept) {
        ObjectNode mode =
                text("Whether rows that exist are rejected or replaced.").put("default", "insert");
        mode.set("enum", Json.strings("insert", "upsert"));
        ObjectNode batch = object("rows", list(Responses.schema(concept.name() + ".Input")));
        batch.withObject("properties").set("mode", mode);
        return batch;
    }

    private static ObjectNode batchResult() {
        ObjectNode rejected =
                object("index", count("Place in the batch, from 0."), "errors", list(Responses.schema(VIOLATION)));
        ObjectNode result = object("created", count(""), "updated", count(""), "rejected", list(rejected));
        result.withObject("properties")
                .set("unlisted", count("Rejected rows beyond the 10000 listed; absent for none."));
        result.withObject("properties")
                .set("unmapped", list(text("A heading of the CSV file that is no field's; absent for none.")));
        return result;
    }

    /** RFC 9457. */
    private static ObjectNode problem() {
        ObjectNode problem = object(
                "type", text("about:blank, or an address that explains the problem."),
                "title", text("The status in words."),
                "status", count("HTTP status."));
        ObjectNode properties = problem.withObject("properties");
        properties.set("detail", text("What went wrong, in a sentence."));
        properties.set("errors", list(Responses.schema(VIOLATION)));
        properties.set(
                "current",
                Json.object().put("type", "object").put("description", "With status 412: the row as it is now."));
        return problem;
    }

    private static ObjectNode violation() {
        return object(
                "pointer", text("The faulty value: a JSON Pointer (RFC 6901) into the row, or a parameter's name."),
                "code", text("Stable word for the kind of fault, such as required, type, max or unique."),
                "message", text("The fault in words."));
    }

    private static ObjectNode summary() {
        ObjectNode group = object(
                "key", text("The value grouped by, as text, or the span of time."),
                "value", Json.object().put("description", "The measure; null where no row has a value."),
                "count", count("Rows in the group."));
        group.withObject("properties").set("label", text("What stands for a row referred to."));
        ObjectNode summary = object(
                "groups", list(group),
                "total", count("Rows that pass."),
                "absent", count("Rows among them without a value to group by."),
                "unlisted", count("Groups beyond the 1000 listed."));
        summary.withObject("properties").set("measure", text("As asked for."));
        return summary;
    }

    private static ObjectNode history() {
        ObjectNode commit = object(
                "version", count("Version of the table that the commit made."),
                "when", text("").put("format", "date-time"),
                "who", text("User, or the name of another engine that wrote."),
                "what", text("Operation."),
                "rows", Json.object().put("type", "integer").put("description", "Rows changed; -1 when unknown."));
        commit.withObject("properties").set("upload", text("The upload that brought the commit, or that it undid."));
        return object("items", list(commit));
    }

    /** @param members names and schemas by turns; all required */
    static ObjectNode object(Object... members) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (int i = 0; i < members.length; i += 2) {
            properties.set((String) members[i], (ObjectNode) members[i + 1]);
            schema.withArray("required").add((String) members[i]);
        }
        return schema;
    }

    static ObjectNode list(ObjectNode items) {
        ObjectNode schema = Json.object().put("type", "array");
        schema.set("items", items);
        return schema;
    }

    static ObjectNode text(String description) {
        return Json.putText(Json.object().put("type", "string"), "description", description);
    }

    static ObjectNode count(String description) {
        return Json.putText(Json.object().put("type", "integer").put("minimum", 0), "description", description);
    }
}
