package dev.owlet.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void explainsItself() {
        assertThat(start("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--sample", "OWLET_PORT", "OWLET_ROOT", "OWLET_ISSUER");
    }

    @Test
    void refusesUnknownArguments() {
        assertThat(start("--port", "1")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("There is no argument '--port'. See --help.\n");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThat(start("--sample", "no/such/folder")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("There is no folder ");
    }

    private int start(String... args) {
        return Main.start(
                TestApp::new,
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
