package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import java.util.Map;
import java.util.TreeMap;

/** Answers and their contents. */
final class Responses {
    private static final Map<Integer, String> PROBLEMS = new TreeMap<>(Map.of(
            0, "Any other problem.",
            400, "The request is not of the right form; errors names every fault.",
            403, "None of your groups may do this.",
            404, "There is no such row.",
            409, "The row collides with another: by its key, by unique values, or because it is referred to.",
            410, "The version of the table that the cursor reads is gone.",
            412, "The row changed since its ETag was read; current shows it.",
            413, "The body is too large.",
            415, "The body's media type is not one of those listed.",
            422, "The row breaks the model; errors names every violation."));

    private Responses() {}

    /** {@code components.responses}: the problems, and what API Gateway itself answers, which is none. */
    static ObjectNode components() {
        ObjectNode responses = Json.object();
        responses.set(name(401), json("Not signed in.", schema(Components.UNAUTHORIZED)));
        PROBLEMS.forEach((status, meaning) -> {
            ObjectNode response = of(meaning);
            response.set("content", content("application/problem+json", schema(Components.PROBLEM)));
            responses.set(name(status), response);
        });
        return responses;
    }

    /** @param status 0 for any other */
    static ObjectNode problem(int status) {
        return Json.object().put("$ref", "#/components/responses/" + name(status));
    }

    static ObjectNode of(String description) {
        return Json.object().put("description", description);
    }

    static ObjectNode json(String description, ObjectNode schema) {
        ObjectNode response = of(description);
        response.set("content", content("application/json", schema));
        return response;
    }

    /** A row, with its entity tag. */
    static ObjectNode row(String description, ObjectNode schema) {
        ObjectNode response = json(description, schema);
        response.putObject("headers")
                .set("ETag", header("Names this state of the row; send it as If-Match to change nothing else."));
        return response;
    }

    static ObjectNode header(String description) {
        ObjectNode header = Json.object().put("description", description);
        header.set("schema", Parameters.text());
        return header;
    }

    static ObjectNode content(String mediaType, ObjectNode schema) {
        ObjectNode content = Json.object();
        content.putObject(mediaType).set("schema", schema);
        return content;
    }

    static ObjectNode content(String mediaType, ObjectNode schema, JsonNode example) {
        ObjectNode content = Json.object();
        ObjectNode media = content.putObject(mediaType);
        media.set("schema", schema);
        media.set("example", example);
        return content;
    }

    static ObjectNode schema(String name) {
        return Json.object().put("$ref", "#/components/schemas/" + name);
    }

    private static String name(int status) {
        return status == 0 ? "problem" : "problem" + status;
    }
}
