package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.JsonLiteral;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.Model;
import java.util.List;

/** Rows to show and to try: the model's examples, and for what must be there without one, a plausible value. */
final class ExampleRows {
    static final String TIME = "2026-03-31T09:30:00Z";

    private final Model model;

    ExampleRows(Model model) {
        this.model = model;
    }

    /** A row as it is sent: what must be there, and what has an example. */
    ObjectNode input(Concept concept) {
        return object(concept.fields(), true);
    }

    /** A row as it is returned. */
    ObjectNode row(Concept concept) {
        return object(concept.fields(), false)
                .put("_version", 1)
                .put("_created_at", TIME)
                .put("_created_by", "ada")
                .put("_updated_at", TIME)
                .put("_updated_by", "ada");
    }

    ObjectNode object(List<Field> fields, boolean onlyEntered) {
        ObjectNode object = Json.object();
        for (Field field : fields) {
            boolean filledIn = field.defaultValue().isPresent() || !field.isEntered();
            if (field.example().isPresent() || !field.optional() && !(onlyEntered && filledIn)) {
                object.set(field.name(), value(field));
            }
        }
        return object;
    }

    private JsonNode value(Field field) {
        if (field.example().isPresent()) {
            return JsonLiteral.of(field.type(), field.example().get());
        }
        if (field.defaultValue().orElse(null) instanceof Field.Default.Literal literal) {
            return JsonLiteral.of(field.type(), literal.value());
        }
        return field.type().match(new ExampleValues(model, this, field));
    }
}
