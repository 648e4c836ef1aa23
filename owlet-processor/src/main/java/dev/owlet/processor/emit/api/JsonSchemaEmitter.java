package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Emitter;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Model;
import java.util.List;

/** {@code schema/<concept>.json}: what a row must look like to be taken, as JSON Schema 2020-12. */
public final class JsonSchemaEmitter implements Emitter {
    @Override
    public List<GeneratedFile> emit(Model model, Target target) {
        ObjectSchemas schemas = new ObjectSchemas(model, "#/$defs/");
        return model.concepts().stream()
                .map(concept -> GeneratedFile.resource(
                        "schema/" + concept.table() + ".json", Json.print(schema(model, target, concept, schemas))))
                .toList();
    }

    private static ObjectNode schema(Model model, Target target, Concept concept, ObjectSchemas schemas) {
        ObjectNode schema = Json.object()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:owlet:" + model.project() + ":" + concept.table())
                .put("$comment", String.format(Json.NOTICE, target.sourceName()));
        schema.setAll(schemas.input(concept));
        ObjectNode definitions = Definitions.of(concept.fields(), schemas);
        if (!definitions.isEmpty()) {
            schema.set("$defs", definitions);
        }
        return schema;
    }
}
