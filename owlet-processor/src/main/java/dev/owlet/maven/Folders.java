package dev.owlet.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders at once. */
final class Folders {
    private Folders() {}

    /** A folder and all in it; nothing happens when it is not there. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : tree(folder, Comparator.reverseOrder())) {
                Files.delete(path);
            }
        }
    }

    /** A folder and all in it: a folder before what is in it by natural order, after it by reverse order. */
    static List<Path> tree(Path root, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(order).toList();
        }
    }
}
