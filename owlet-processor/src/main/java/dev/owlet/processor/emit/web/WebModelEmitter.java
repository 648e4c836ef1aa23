package dev.owlet.processor.emit.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Emitter;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.Model;
import java.util.List;

/** {@code model.json}. */
public final class WebModelEmitter implements Emitter {
    private static final int MODEL_VERSION = 1;

    @Override
    public List<GeneratedFile> emit(Model model, Target target) {
        ObjectNode web = Json.object().put("modelVersion", MODEL_VERSION);
        ObjectNode app = web.putObject("app").put("name", model.project()).put("title", model.title());
        Json.putText(app, "description", model.description());
        app.put("version", "1");
        model.locale().ifPresent(locale -> app.put("locale", locale));
        web.putObject("api").put("basePath", "/api").put("openapi", "/api/openapi.json");
        web.putArray("concepts");
        model.concepts().forEach(concept -> web.withArray("concepts").add(WebConcepts.of(concept)));
        return List.of(GeneratedFile.resource("model.json", Json.print(web)));
    }
}
