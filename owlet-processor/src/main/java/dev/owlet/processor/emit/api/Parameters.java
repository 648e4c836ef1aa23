package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import java.util.List;

/** Parameters of a concept's operations. Each stands where it is used: few tools follow references to parameters. */
final class Parameters {
    private static final FilterOperators OPERATORS = new FilterOperators();

    private Parameters() {}

    /** The segment that names a row. */
    static ObjectNode key(Concept concept) {
        String description = concept.key().size() == 1
                ? "The value of " + concept.key().get(0) + ", percent-encoded."
                : "The values of " + String.join(", ", concept.key()) + ", each percent-encoded, joined by a comma.";
        return parameter("path", "key", description, string()).put("required", true);
    }

    /** What chooses, orders and cuts a list. */
    static ArrayNode list(Concept concept) {
        ArrayNode parameters = Json.array();
        parameters.add(query("limit", "Rows a page.", integer(1, 500).put("default", 25)));
        parameters.add(query(
                "offset", "Rows to pass over.", integer(0, Integer.MAX_VALUE).put("default", 0)));
        parameters.add(query("cursor", "The member next of the page before, instead of offset.", string()));
        parameters.add(
                query("sort", "Fields to order by, separated by commas; - before a name: descending.", string()));
        parameters.add(query("fields", "Fields to return, separated by commas; all without.", string()));
        search(concept, parameters);
        filters(concept.fields(), "", parameters);
        parameters.add(query("version", "Read the table as of this version of it.", integer(0, Integer.MAX_VALUE)));
        parameters.add(query("asOf", "Read the table as of this time.", string().put("format", "date-time")));
        return parameters;
    }

    static ArrayNode filters(Concept concept) {
        ArrayNode parameters = Json.array();
        search(concept, parameters);
        filters(concept.fields(), "", parameters);
        return parameters;
    }

    static ObjectNode query(String name, String description, ObjectNode schema) {
        return parameter("query", name, description, schema);
    }

    static ObjectNode ifMatch() {
        return parameter(
                "header",
                "If-Match",
                "The ETag that was read: when the row changed since, the answer is 412 and nothing is written.",
                string());
    }

    static ObjectNode idempotencyKey() {
        return parameter(
                "header",
                "Idempotency-Key",
                "A text of your choice: a repetition with the same one is answered as the first was, and done once.",
                string().put("maxLength", 255));
    }

    static ObjectNode string() {
        return Json.object().put("type", "string");
    }

    static ObjectNode integer(int minimum, int maximum) {
        ObjectNode schema = Json.object().put("type", "integer").put("minimum", minimum);
        return maximum == Integer.MAX_VALUE ? schema : schema.put("maximum", maximum);
    }

    private static void search(Concept concept, ArrayNode parameters) {
        List<String> searched =
                concept.fields().stream().filter(Field::search).map(Field::name).toList();
        if (!searched.isEmpty()) {
            parameters.add(query("q", "Words to search for in " + String.join(", ", searched) + ".", string()));
        }
    }

    private static void filters(List<Field> fields, String prefix, ArrayNode parameters) {
        for (Field field : fields) {
            String name = prefix + field.name();
            if (field.type() instanceof FieldType.ShapeOf of) {
                filters(of.shape().fields(), name + ".", parameters);
            } else {
                filter(field, name, parameters);
            }
        }
    }

    private static void filter(Field field, String name, ArrayNode parameters) {
        List<String> operators = field.type().match(OPERATORS);
        boolean comparable = operators.size() > 1;
        ObjectNode parameter = comparable
                ? query(name, "Rows whose " + name + " is this.", string())
                : query(name + ".null", "Rows that have (false) or lack (true) " + name + ".", string());
        if (comparable) {
            parameter.set("x-operators", Json.strings(operators));
        }
        parameters.add(parameter);
    }

    private static ObjectNode parameter(String in, String name, String description, ObjectNode schema) {
        ObjectNode parameter = Json.object().put("name", name).put("in", in).put("description", description);
        parameter.set("schema", schema);
        return parameter;
    }
}
