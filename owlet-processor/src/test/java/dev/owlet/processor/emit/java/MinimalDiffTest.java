package dev.owlet.processor.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.Cases;
import dev.owlet.processor.emit.GeneratedFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.util.diff.Delta;
import org.assertj.core.util.diff.DiffUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One more field is more lines about that field, and no other change in any file. */
final class MinimalDiffTest {
    private static final String FIELD = "      nest_box: time? >= 05:00   # one more\n";

    @ParameterizedTest
    @ValueSource(strings = {"      id: uuid", "      weight: decimal", "    rules:\n      nestling"})
    void oneMoreField(String before) {
        String model = Cases.text(Cases.ROOT.resolve("owl-watch"));
        assertThat(model).contains(before);
        Map<String, String> old = generate(model);
        Map<String, String> more = generate(model.replace(before, FIELD + before));
        assertThat(more.keySet()).isEqualTo(old.keySet());
        for (String path : more.keySet()) {
            for (Delta<String> delta :
                    DiffUtils.diff(lines(old.get(path)), lines(more.get(path))).getDeltas()) {
                assertThat(delta.getOriginal().getLines()).as(path).isEmpty();
                assertThat(String.join("\n", delta.getRevised().getLines()))
                        .as(path)
                        .containsPattern("nest_box|NEST_BOX|import java.time.LocalTime");
            }
        }
        assertThat(more.get("com/acme/Sighting.java")).contains("nest_box");
    }

    private static Map<String, String> generate(String model) {
        return JavaCompilation.generate(model.getBytes(StandardCharsets.UTF_8), "com.acme").stream()
                .collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::content));
    }

    /** Java has no comma after a last parameter, so what follows a line's last word is let be. */
    private static List<String> lines(String source) {
        return source.lines().map(l -> l.replaceAll("[,;(){} ]+$", "")).toList();
    }
}
