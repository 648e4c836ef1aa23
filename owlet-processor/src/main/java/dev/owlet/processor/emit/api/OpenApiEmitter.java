package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Emitter;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Model;
import java.util.List;

/** {@code openapi.json}: every generated route, as OpenAPI 3.1. Hand-written routes are not known here. */
public final class OpenApiEmitter implements Emitter {
    @Override
    public List<GeneratedFile> emit(Model model, Target target) {
        ObjectNode document = Json.object().put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info");
        info.put("title", model.title()).put("version", "1");
        Json.putText(info, "description", model.description());
        document.put("x-generated", String.format(Json.NOTICE, target.sourceName()));
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security").addObject().putArray("token");
        tags(model, document);
        ObjectNode paths = document.putObject("paths");
        OpenPaths.addTo(paths);
        for (Concept concept : model.concepts()) {
            new ConceptPaths(model, concept).addTo(paths);
        }
        document.set("components", Components.of(model));
        return List.of(GeneratedFile.resource("openapi.json", Json.print(document)));
    }

    private static void tags(Model model, ObjectNode document) {
        model.concepts().stream().map(Concept::pluralTitle).distinct().forEach(title -> {
            ObjectNode tag = document.withArray("tags").addObject().put("name", title);
            model.concepts().stream()
                    .filter(concept -> concept.pluralTitle().equals(title))
                    .findFirst()
                    .ifPresent(concept -> Json.putText(tag, "description", concept.description()));
        });
    }
}
