package dev.owlet.processor;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the model file. An annotation processor is not told where the project lies, and the current directory is
 * another one in IDEs and in builds of several modules. What all of them have is an output below the project's folder.
 */
final class ModelLocator {
    private static final String PROJECT_FILE = "pom.xml";

    private ModelLocator() {}

    /**
     * The project's folder: the nearest above {@code output} with a {@code pom.xml}.
     *
     * @param output location of a file that the compiler writes; may be in no file system
     */
    static Optional<Path> projectOf(URI output) {
        Path folder;
        try {
            folder = Path.of(output).toAbsolutePath().getParent();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
        while (folder != null && !Files.isRegularFile(folder.resolve(PROJECT_FILE))) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }
}
