package dev.owlet.processor;

import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.model.Model;
import dev.owlet.processor.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What compiling a model gave.
 *
 * @param problems sorted by place; when there are any, there is neither a model nor a file
 * @param model the meaning of the file
 * @param files all generated files, sorted by kind and path
 */
public record CompileResult(List<Problem> problems, Optional<Model> model, List<GeneratedFile> files) {
    public CompileResult {
        problems = List.copyOf(problems);
        files = List.copyOf(files);
    }

    static CompileResult failed(List<Problem> problems) {
        return new CompileResult(problems, Optional.empty(), List.of());
    }
}
