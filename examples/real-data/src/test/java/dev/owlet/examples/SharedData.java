package dev.owlet.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Data that is not part of the project: in {@code OWLET_SHARED_DATA}, or in {@code ../shared/data} beside a checkout. */
final class SharedData {
    private SharedData() {}

    /** Skips the test, with one printed line, where the data is not. */
    static Path require(String name) {
        Path file = folder().resolve(name);
        if (!Files.isRegularFile(file)) {
            System.out.println("SKIPPED: " + name + " is not in " + folder() + "; OWLET_SHARED_DATA names the folder");
            Assumptions.abort(name + " is missing");
        }
        return file;
    }

    private static Path folder() {
        Path beside = Path.of(System.getProperty("examples"), "..", "..", "shared", "data");
        return Optional.ofNullable(System.getenv("OWLET_SHARED_DATA"))
                .map(Path::of)
                .orElse(beside)
                .toAbsolutePath()
                .normalize();
    }
}
