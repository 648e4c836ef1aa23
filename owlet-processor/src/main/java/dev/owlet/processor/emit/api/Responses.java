package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import org.jspecify.annotations.Nullable;

/** Answers and their contents. */
final class Responses {
    private Responses() {}

    static ObjectNode of(String description) {
        return Json.object().put("description", description);
    }

    static ObjectNode json(String description, ObjectNode schema, @Nullable JsonNode example) {
        ObjectNode response = of(description);
        response.set("content", content("application/json", schema, example));
        return response;
    }

    /** A row, with its entity tag. */
    static ObjectNode row(String description, ObjectNode schema, @Nullable JsonNode example) {
        ObjectNode response = json(description, schema, example);
        response.set(
                "headers", header("ETag", "Names this state of the row; send it as If-Match to change nothing else."));
        return response;
    }

    static ObjectNode header(String name, String description) {
        ObjectNode header = Json.object().put("description", description);
        header.set("schema", Parameters.string());
        ObjectNode headers = Json.object();
        headers.set(name, header);
        return headers;
    }

    static ObjectNode content(String mediaType, ObjectNode schema, @Nullable JsonNode example) {
        ObjectNode media = Json.object();
        media.set("schema", schema);
        if (example != null) {
            media.set("example", example);
        }
        ObjectNode content = Json.object();
        content.set(mediaType, media);
        return content;
    }

    static ObjectNode reference(String schema) {
        return Json.object().put("$ref", "#/components/schemas/" + schema);
    }

    /** What API Gateway itself answers; not a problem document. */
    static ObjectNode unauthorized() {
        return json("Not signed in.", reference(Components.UNAUTHORIZED), null);
    }

    /** @param status 0 for any other */
    static ObjectNode problem(int status) {
        ObjectNode response = of(meaning(status));
        response.set("content", content("application/problem+json", reference(Components.PROBLEM), null));
        return response;
    }

    private static String meaning(int status) {
        return switch (status) {
            case 400 -> "The request is not of the right form; errors names every fault.";
            case 403 -> "None of your groups may do this.";
            case 404 -> "There is no such row.";
            case 409 -> "A row with this key or these unique values exists, or another row refers to this one.";
            case 412 -> "The row changed since its ETag was read.";
            case 413 -> "The body is larger than 5 MB.";
            case 415 -> "The body's media type is not one of those listed.";
            case 422 -> "The row breaks the model; errors names every violation.";
            default -> "Any other problem.";
        };
    }
}
