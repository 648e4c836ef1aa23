package dev.owlet.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sees changes of files by looking again: editors replace files in too many ways for events to be reliable. */
final class SourceWatch {
    /** What a file looked like. */
    private record Seen(FileTime modified, long size) {}

    private final List<Path> roots;
    private Map<Path, Seen> before;

    /** @param roots files and folders; ones that do not exist may come into being */
    SourceWatch(List<Path> roots) {
        this.roots = List.copyOf(roots);
        before = look();
    }

    /** Whether a file came, went or changed since the last call. */
    boolean changed() {
        Map<Path, Seen> now = look();
        boolean changed = !now.equals(before);
        before = now;
        return changed;
    }

    private Map<Path, Seen> look() {
        Map<Path, Seen> seen = new TreeMap<>();
        for (Path root : roots) {
            if (Files.exists(root)) {
                look(root, seen);
            }
        }
        return seen;
    }

    private static void look(Path root, Map<Path, Seen> seen) {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).forEach(file -> look(seen, file));
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            // The next look sees what is there then.
            seen.remove(root);
        }
    }

    private static void look(Map<Path, Seen> seen, Path file) {
        try {
            seen.put(file, new Seen(Files.getLastModifiedTime(file), Files.size(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
