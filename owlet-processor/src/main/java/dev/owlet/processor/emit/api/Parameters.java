package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import java.util.List;

/** Parameters of the operations: {@code components.parameters}, and references to them. */
final class Parameters {
    private Parameters() {}

    /** Parameters that every concept shares; their names begin with a small letter, those of concepts do not. */
    static void addShared(ObjectNode components) {
        put(components, "limit", query("limit", "Rows a page.", integer(1, 500).put("default", 25)));
        put(
                components,
                "offset",
                query("offset", "Rows to pass over.", integer(0).put("default", 0)));
        put(components, "cursor", query("cursor", "The member next of the page before, instead of offset.", text()));
        put(
                components,
                "sort",
                query("sort", "Fields to order by, separated by commas; - before a name: descending.", text()));
        put(components, "fields", query("fields", "Fields to return, separated by commas; all without.", text()));
        put(components, "version", query("version", "Read the table as of this version of it.", integer(0)));
        put(components, "asOf", query("asOf", "Read the table as of this time.", text().put("format", "date-time")));
        put(
                components,
                "upload",
                parameter("path", "id", "The upload, as it was announced.", text().put("format", "uuid"))
                        .put("required", true));
        addHeaders(components);
    }

    /** Parameters of one concept: its key and what its rows are filtered by. */
    static void addConcept(ObjectNode components, Concept concept) {
        String description = concept.key().size() == 1
                ? "The value of " + concept.key().get(0) + ", percent-encoded."
                : "The values of " + String.join(", ", concept.key()) + ", each percent-encoded, joined by a comma.";
        put(
                components,
                concept.name() + ".key",
                parameter("path", "key", description, text()).put("required", true));
        Filters.of(concept).forEach((name, filter) -> put(components, name, filter));
    }

    /** The segment that names a row. */
    static ArrayNode key(Concept concept) {
        return references(concept.name() + ".key");
    }

    /** What chooses, orders and cuts a list. */
    static ArrayNode list(Concept concept) {
        return references("limit", "offset", "cursor", "sort", "fields")
                .addAll(filters(concept))
                .addAll(references("version", "asOf"));
    }

    /** What chooses rows, to be counted or written to a file. */
    static ArrayNode selection(Concept concept) {
        return filters(concept).addAll(references("version", "asOf"));
    }

    static ArrayNode references(String... names) {
        ArrayNode references = Json.array();
        for (String name : names) {
            references.addObject().put("$ref", "#/components/parameters/" + name);
        }
        return references;
    }

    static ObjectNode query(String name, String description, ObjectNode schema) {
        return parameter("query", name, description, schema);
    }

    static ObjectNode text() {
        return Json.object().put("type", "string");
    }

    static ObjectNode integer(int minimum) {
        return Json.object().put("type", "integer").put("minimum", minimum);
    }

    static ObjectNode integer(int minimum, int maximum) {
        return integer(minimum).put("maximum", maximum);
    }

    /** One of some words, the first by default. */
    static ObjectNode choice(String... words) {
        ObjectNode choice = text().put("default", words[0]);
        choice.set("enum", Json.strings(words));
        return choice;
    }

    /** Names of the fields that {@code q} searches. */
    static List<String> searched(Concept concept) {
        return concept.fields().stream().filter(Field::search).map(Field::name).toList();
    }

    private static void addHeaders(ObjectNode components) {
        String ifMatch =
                "The ETag that was read: when the row changed since, the answer is 412 and nothing is written.";
        String ifNoneMatch = "The ETag that was read: the answer is 304 while the row is the same.";
        String idempotencyKey =
                "A text of your choice: a repetition with the same one is answered as the first was, and done once.";
        put(components, "ifMatch", parameter("header", "If-Match", ifMatch, text()));
        put(components, "ifNoneMatch", parameter("header", "If-None-Match", ifNoneMatch, text()));
        put(
                components,
                "idempotencyKey",
                parameter("header", "Idempotency-Key", idempotencyKey, text().put("maxLength", 255)));
    }

    private static ArrayNode filters(Concept concept) {
        return references(Filters.of(concept).keySet().toArray(new String[0]));
    }

    private static void put(ObjectNode components, String name, ObjectNode parameter) {
        components.set(name, parameter);
    }

    private static ObjectNode parameter(String in, String name, String description, ObjectNode schema) {
        ObjectNode parameter = Json.object().put("name", name).put("in", in).put("description", description);
        parameter.set("schema", schema);
        return parameter;
    }
}
