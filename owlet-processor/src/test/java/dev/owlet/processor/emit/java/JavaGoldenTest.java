package dev.owlet.processor.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.Cases;
import dev.owlet.processor.emit.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated Java is exactly what lies in {@code cases}, where people read it. */
final class JavaGoldenTest {
    @ParameterizedTest
    @ValueSource(strings = {"owl-watch", "every-type"})
    void isAsExpected(String name) throws IOException {
        Path folder = Cases.ROOT.resolve(name).resolve("expected/java");
        List<GeneratedFile> files = JavaCompilation.generate(name, "com.acme." + name.replace("-", ""));
        Map<String, String> generated =
                new TreeMap<>(files.stream().collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::content)));
        if (Cases.rewrite()) {
            rewrite(folder, generated);
        }
        assertThat(read(folder)).isEqualTo(generated);
    }

    private static void rewrite(Path folder, Map<String, String> files) throws IOException {
        for (String old : read(folder).keySet()) {
            Files.delete(folder.resolve(old));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
                }
            }
        }
        return files;
    }
}
