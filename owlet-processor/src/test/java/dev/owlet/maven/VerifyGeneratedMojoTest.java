package dev.owlet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyGeneratedMojoTest {
    private static final ModelFile MODEL =
            new ModelFile("data_model.yml", "owlet: 1\n".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path classes;

    @Test
    void nothingGenerated() throws IOException {
        assertThat(VerifyGeneratedMojo.isGenerated(MODEL, classes)).isFalse();
    }

    @Test
    void generatedFromThisModel() throws IOException {
        generatedFrom(Fingerprint.of(MODEL.bytes()));
        assertThat(VerifyGeneratedMojo.isGenerated(MODEL, classes)).isTrue();
    }

    @Test
    void generatedFromAnEarlierModel() throws IOException {
        generatedFrom(Fingerprint.of(new byte[0]));
        assertThat(VerifyGeneratedMojo.isGenerated(MODEL, classes)).isFalse();
    }

    private void generatedFrom(String hash) throws IOException {
        Path folder = Files.createDirectories(classes.resolve("META-INF/owlet"));
        Files.writeString(folder.resolve("model.json"), "{}\n");
        Files.writeString(folder.resolve("model.sha256"), hash + "\n");
    }
}
