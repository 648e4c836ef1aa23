package dev.owlet.maven;

import dev.owlet.processor.CompileResult;
import dev.owlet.processor.OwletCompiler;
import dev.owlet.processor.emit.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** The model as it lies on disk. */
record ModelFile(String name, byte[] bytes) {
    static final String NAME = "data_model.yml";

    static ModelFile read(Path path) throws MojoFailureException, MojoExecutionException {
        if (!Files.isRegularFile(path)) {
            throw new MojoFailureException("There is no " + path.getFileName() + " in " + path.getParent()
                    + ". Owlet generates everything from that file; run this where it lies, beside pom.xml.");
        }
        try {
            return new ModelFile(String.valueOf(path.getFileName()), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** What the compiler says about it, without making files. */
    CompileResult check() {
        return new OwletCompiler(List.of()).compile(bytes, new Target("", name, List.of()));
    }

    /** The generated project class; none while the model has problems. */
    Optional<String> mainClass(String packageName) {
        return check().model().map(model -> packageName + "." + model.className());
    }
}
