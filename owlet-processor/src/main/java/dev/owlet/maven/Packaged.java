package dev.owlet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;

/** The jar that is deployed. */
final class Packaged {
    private Packaged() {}

    /** @throws MojoFailureException when the jar is missing, or was made before the classes that it should hold */
    static void requireFresh(Path jar, Path classes) throws IOException, MojoFailureException {
        if (!Files.isRegularFile(jar)) {
            throw new MojoFailureException("There is no " + jar + ". Run mvn package, and see why it makes none.");
        }
        Optional<FileTime> changed = newest(classes);
        if (changed.isPresent() && Files.getLastModifiedTime(jar).compareTo(changed.get()) < 0) {
            throw new MojoFailureException(jar + " is older than the classes in it. Run mvn package.");
        }
    }

    private static Optional<FileTime> newest(Path classes) throws IOException {
        if (!Files.isDirectory(classes)) {
            return Optional.empty();
        }
        Optional<FileTime> newest = Optional.empty();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                FileTime time = Files.getLastModifiedTime(file);
                newest = newest.filter(last -> last.compareTo(time) >= 0).or(() -> Optional.of(time));
            }
        }
        return newest;
    }
}
