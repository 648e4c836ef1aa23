package dev.owlet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A copy of the compiled classes to run from: the next compilation, which may fail, begins by deleting classes. */
final class ClassPathCopy {
    private ClassPathCopy() {}

    /** Makes {@code to} hold what {@code from} holds. */
    static void replace(Path from, Path to) throws IOException {
        Folders.delete(to);
        Files.createDirectories(to.getParent());
        for (Path path : Folders.tree(from, Comparator.naturalOrder())) {
            Files.copy(path, to.resolve(from.relativize(path)));
        }
    }
}
