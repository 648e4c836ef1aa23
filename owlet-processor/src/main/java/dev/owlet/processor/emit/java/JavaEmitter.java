package dev.owlet.processor.emit.java;

import dev.owlet.processor.emit.Emitter;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Model;
import java.util.ArrayList;
import java.util.List;

/** All Java sources of a model: enums, shapes, and of each concept its record, table and handler; the project class. */
public final class JavaEmitter implements Emitter {
    @Override
    public List<GeneratedFile> emit(Model model, Target target) {
        Generated generated = new Generated(model, target);
        List<GeneratedFile> files = new ArrayList<>();
        model.enums().forEach(type -> files.add(EnumCode.emit(generated, type)));
        model.shapes().forEach(shape -> files.add(ShapeCode.emit(generated, shape)));
        for (Concept concept : model.concepts()) {
            files.add(ConceptCode.emit(generated, concept));
            files.add(TableCode.emit(generated, concept));
            files.add(HandlerCode.emit(generated, concept));
        }
        files.add(ProjectCode.emit(generated, model));
        return files;
    }
}
