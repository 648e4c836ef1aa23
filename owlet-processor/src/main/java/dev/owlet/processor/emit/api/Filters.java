package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rows of a concept are filtered by, as parameters; one a field, in model order. */
final class Filters {
    /** Words of the routes: a field so named cannot be filtered by. */
    private static final Set<String> WORDS = Set.of(
            "limit", "offset", "cursor", "sort", "fields", "q", "version", "asOf", "by", "bucket", "measure", "format");

    private static final FilterOperators OPERATORS = new FilterOperators();

    private final String concept;
    private final Map<String, ObjectNode> parameters = new LinkedHashMap<>();

    private Filters(Concept concept) {
        this.concept = concept.name();
    }

    /** Parameters by the names of their components, such as {@code Site.filter.position.lat}. */
    static Map<String, ObjectNode> of(Concept concept) {
        Filters filters = new Filters(concept);
        List<String> searched = Parameters.searched(concept);
        if (!searched.isEmpty()) {
            String description = "Words to search for in " + String.join(", ", searched) + ".";
            filters.parameters.put(concept.name() + ".q", Parameters.query("q", description, Parameters.text()));
        }
        filters.add(concept.fields(), "");
        return filters.parameters;
    }

    private void add(List<Field> fields, String prefix) {
        for (Field field : fields) {
            String name = prefix + field.name();
            if (field.type() instanceof FieldType.ShapeOf of) {
                add(of.shape().fields(), name + ".");
            } else if (!WORDS.contains(name)) {
                parameters.put(
                        concept + ".filter." + name, filter(name, field.type().match(OPERATORS)));
            }
        }
    }

    private static ObjectNode filter(String name, List<String> operators) {
        if (operators.size() == 1) {
            return Parameters.query(
                    name + ".null", "Rows that lack " + name + " (true) or have it (false).", Parameters.text());
        }
        ObjectNode filter = Parameters.query(name, "Rows whose " + name + " is this.", Parameters.text());
        filter.set("x-operators", Json.strings(operators));
        return filter;
    }
}
