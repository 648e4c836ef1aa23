package dev.owlet.examples.interop;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What tests of two engines share: Owlet's process, and an empty root for each test. */
abstract class InteropTest {
    private static Owlet owlet;

    @TempDir
    Path root;

    @BeforeAll
    static void start() {
        owlet = Owlet.start();
    }

    @AfterAll
    static void stop() {
        owlet.close();
    }

    final OwletTable table(String concept) {
        return owlet.table(root, concept);
    }

    static Owlet owlet() {
        return owlet;
    }
}
