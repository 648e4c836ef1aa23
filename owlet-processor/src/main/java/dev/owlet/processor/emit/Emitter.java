package dev.owlet.processor.emit;

import dev.owlet.processor.model.Model;
import java.util.List;

/** A pure function from the model to files: same model, same bytes. */
@FunctionalInterface
public interface Emitter {
    List<GeneratedFile> emit(Model model, Target target);
}
