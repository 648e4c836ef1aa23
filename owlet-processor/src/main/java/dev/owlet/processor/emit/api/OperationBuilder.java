package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import java.util.List;
import java.util.Set;

/** Builds one operation of a concept. */
final class OperationBuilder {
    private final ObjectNode operation = Json.object();
    private final ArrayNode parameters = Json.array();
    private final ObjectNode responses = Json.object();
    private final String description;
    private final List<String> groups;

    /**
     * @param verb first word of the operation's id
     * @param needed what a group must be allowed to do
     */
    OperationBuilder(Concept concept, String verb, String summary, String description, Set<Concept.Operation> needed) {
        this.description = description;
        this.groups = concept.access().entrySet().stream()
                .filter(entry -> entry.getValue().containsAll(needed))
                .map(java.util.Map.Entry::getKey)
                .toList();
        operation.set("tags", Json.strings(concept.pluralTitle()));
        operation.put("operationId", verb + concept.name()).put("summary", summary);
    }

    OperationBuilder parameter(JsonNode parameter) {
        parameters.add(parameter);
        return this;
    }

    OperationBuilder parameters(ArrayNode more) {
        parameters.addAll(more);
        return this;
    }

    OperationBuilder body(ObjectNode content) {
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        body.set("content", content);
        return this;
    }

    OperationBuilder answer(int status, ObjectNode response) {
        responses.set(Integer.toString(status), response);
        return this;
    }

    /** Adds the problems that every operation has, and these. */
    ObjectNode problems(int... statuses) {
        for (int status : statuses) {
            responses.set(Integer.toString(status), Responses.problem(status));
        }
        responses.set("401", Responses.unauthorized());
        responses.set("403", Responses.problem(403));
        responses.set("default", Responses.problem(0));
        operation.put("description", description + " " + allowed());
        operation.set("x-groups", Json.strings(groups));
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        operation.set("responses", responses);
        return operation;
    }

    private String allowed() {
        return groups.isEmpty() ? "No group may do this." : "Allowed to: " + String.join(", ", groups) + ".";
    }
}
