package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Builds one operation of a concept. */
final class OperationBuilder {
    private final ObjectNode operation = Json.object();
    private final ArrayNode parameters = Json.array();
    private final Map<String, ObjectNode> responses = new TreeMap<>();
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
                .map(Map.Entry::getKey)
                .toList();
        operation.set("tags", Json.strings(concept.pluralTitle()));
        operation.put("operationId", verb + concept.name()).put("summary", summary);
    }

    OperationBuilder parameter(ObjectNode parameter) {
        parameters.add(parameter);
        return this;
    }

    OperationBuilder parameters(ArrayNode more) {
        parameters.addAll(more);
        return this;
    }

    OperationBuilder body(ObjectNode content) {
        operation.putObject("requestBody").put("required", true).set("content", content);
        return this;
    }

    OperationBuilder answer(int status, ObjectNode response) {
        responses.put(Integer.toString(status), response);
        return this;
    }

    /** The operation, with these problems and those that every operation has. */
    ObjectNode problems(int... statuses) {
        for (int status : statuses) {
            responses.put(Integer.toString(status), Responses.problem(status));
        }
        responses.put("401", Responses.problem(401));
        responses.put("403", Responses.problem(403));
        responses.put("default", Responses.problem(0));
        operation.put("description", description + " " + allowed());
        operation.set("x-groups", Json.strings(groups));
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        operation.putObject("responses").setAll(responses);
        return operation;
    }

    private String allowed() {
        return groups.isEmpty() ? "No group may do this." : "Allowed to: " + String.join(", ", groups) + ".";
    }
}
