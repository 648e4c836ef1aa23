package dev.owlet.processor.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.Cases;
import dev.owlet.processor.emit.GeneratedFile;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code compiles without a warning, in whatever package, and does what the model says. */
final class GeneratedCodeTest {
    private static final Map<String, String> PROBES = Map.of(
            "owl-watch", "com.acme.owlwatch.SightingProbe",
            "every-type", "com.acme.everytype.EveryTypeProbe");

    @TempDir
    Path classes;

    /** The models without a probe. */
    static Stream<Path> models() {
        return Cases.good().stream()
                .filter(c -> !PROBES.containsKey(c.getFileName().toString()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("models")
    void compilesWithoutWarning(Path model) throws Exception {
        List<GeneratedFile> files = JavaCompilation.generate(Cases.bytes(model), "com.acme.lake");
        assertThat(JavaCompilation.compile(files, classes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "com.acme.class_.id"})
    void compilesInAnyPackage(String packageName) throws Exception {
        assertThat(JavaCompilation.compile(JavaCompilation.generate("owl-watch", packageName), classes))
                .isEmpty();
    }

    /** Many languages have digits of their own, which Java uses in numbers unless told otherwise. */
    @Test
    void doesNotDependOnTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        List<GeneratedFile> expected = JavaCompilation.generate("every-type", "com.acme");
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(JavaCompilation.generate("every-type", "com.acme")).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"owl-watch", "every-type"})
    void behaves(String name) throws Exception {
        String probe = PROBES.get(name);
        List<GeneratedFile> files =
                new ArrayList<>(JavaCompilation.generate(name, probe.substring(0, probe.lastIndexOf('.'))));
        files.add(JavaCompilation.probe(probe.replace('.', '/') + ".java"));
        assertThat(JavaCompilation.compile(files, classes)).isEmpty();
        try (URLClassLoader loader = JavaCompilation.load(classes)) {
            Runnable checks =
                    (Runnable) loader.loadClass(probe).getConstructor().newInstance();
            checks.run();
        }
    }
}
