package dev.owlet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the compiled classes to run from: the next compilation, which may fail, begins by deleting classes. */
final class ClassPathCopy {
    private ClassPathCopy() {}

    /** Makes {@code to} hold what {@code from} holds. */
    static void replace(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            for (Path path : tree(to, Comparator.reverseOrder())) {
                Files.delete(path);
            }
        }
        Files.createDirectories(to.getParent());
        for (Path path : tree(from, Comparator.naturalOrder())) {
            Files.copy(path, to.resolve(from.relativize(path)));
        }
    }

    private static List<Path> tree(Path root, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(order).toList();
        }
    }
}
