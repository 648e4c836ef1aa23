package dev.owlet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UiSourceTest {
    @TempDir
    Path ui;

    @BeforeEach
    void source() throws IOException {
        write("package.json", "a");
        write("src/é.ts", "é\n");
        write("src/b.ts", "x");
        write("src-empty", "");
        write(".gitignore", "dot");
    }

    private void write(String path, String content) throws IOException {
        Path file = ui.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** The value is from {@code bundle.mjs} of Owlet's own build, which must reckon the same. */
    @Test
    void isWhatOwletsOwnBuildReckons() throws IOException {
        write("node_modules/a/x", "no");
        write(".cache/x", "no");
        write("src/dist/x", "no");
        assertThat(UiSource.hash(ui)).isEqualTo("331c898b38e0640297619a7bee6ceaaf97ffc8fc289deed3e12b75393789b119");
    }

    @Test
    void everyFileCounts() throws IOException {
        String before = UiSource.hash(ui);
        write("src/b.ts", "y");
        String after = UiSource.hash(ui);
        assertThat(after).isNotEqualTo(before);
        write("src/b.ts", "");
        write("src/c.ts", "x");
        assertThat(UiSource.hash(ui)).isNotIn(before, after);
    }

    @Test
    void aBuiltWebAppSaysItsSource() throws IOException {
        assertThat(UiSource.of(ui)).isEmpty();
        UiSource.stamp(ui, "abc");
        assertThat(UiSource.of(ui)).hasValue("abc");
        assertThat(ui.resolve("source.sha256")).hasContent("abc");
    }
}
