package dev.owlet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sound case gives exactly the files below its folder {@code expected}, no more and no fewer: Java below
 * {@code java}, all else below {@code resources}. A case without that folder is checked by its problems alone.
 * {@code -Dowlet.cases.rewrite=true} writes the files anew; review what changed.
 */
final class ExpectedFilesTest {
    static Stream<Path> cases() {
        return Cases.good().stream().filter(folder -> Files.isDirectory(expected(folder)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheExpectedFiles(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (GeneratedFile file : new OwletCompiler(Emitters.ALL)
                .compile(Cases.bytes(folder), target(folder))
                .files()) {
            files.put((file.kind() == GeneratedFile.Kind.JAVA ? "java/" : "resources/") + file.path(), file.content());
        }
        if (Cases.rewrite()) {
            rewrite(expected(folder), files);
        }
        Map<String, String> onDisk = read(expected(folder));
        assertThat(files.keySet()).isEqualTo(onDisk.keySet());
        files.forEach((path, content) -> assertThat(content).as(path).isEqualTo(onDisk.get(path)));
    }

    private static Target target(Path folder) {
        String name = folder.getFileName().toString().replace("-", "");
        return new Target("com.acme." + name, "data_model.yml", List.of());
    }

    private static Path expected(Path folder) {
        return folder.resolve("expected");
    }

    private static Map<String, String> read(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private static void rewrite(Path root, Map<String, String> files) throws IOException {
        for (String stale : read(root).keySet()) {
            Files.delete(root.resolve(stale));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
