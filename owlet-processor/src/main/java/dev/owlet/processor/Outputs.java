package dev.owlet.processor;

import dev.owlet.processor.emit.GeneratedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Hands generated files to the compiler, as UTF-8 whatever the compiler's own encoding. */
final class Outputs {
    /** A resource that every model has. */
    private static final String ANCHOR = "META-INF/owlet/model.json";

    private final Filer filer;
    private final Element trigger;
    private final FileObject anchor;

    /** @param trigger what everything is made because of; incremental compilers delete and rebuild by it */
    Outputs(Filer filer, Element trigger) throws IOException {
        this.filer = filer;
        this.trigger = trigger;
        this.anchor = filer.createResource(StandardLocation.CLASS_OUTPUT, "", ANCHOR, trigger);
    }

    /** Where {@link #ANCHOR} lies or will lie. */
    URI location() {
        return anchor.toUri();
    }

    void write(List<GeneratedFile> files) throws IOException {
        for (GeneratedFile file : files) {
            try (OutputStream out = create(file).openOutputStream()) {
                out.write(file.content().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private FileObject create(GeneratedFile file) throws IOException {
        return switch (file.kind()) {
            case JAVA -> filer.createSourceFile(typeName(file.path()), trigger);
            case RESOURCE ->
                file.path().equals(ANCHOR)
                        ? anchor
                        : filer.createResource(StandardLocation.CLASS_OUTPUT, "", file.path(), trigger);
        };
    }

    /** {@code com/acme/Site.java} is the source of {@code com.acme.Site}. */
    private static String typeName(String path) {
        return path.substring(0, path.length() - ".java".length()).replace('/', '.');
    }
}
