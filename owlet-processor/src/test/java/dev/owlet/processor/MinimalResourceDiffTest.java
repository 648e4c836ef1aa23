package dev.owlet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.util.diff.Delta;
import org.assertj.core.util.diff.DiffUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One more field is more lines in the files that describe the model, and takes none away. */
final class MinimalResourceDiffTest {
    private static final String FIELD = "      nest_box: time >= 05:00   # one more\n";

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
            }
        }
        assertThat(more.get("META-INF/owlet/schema/sighting.json")).contains("nest_box");
    }

    private static Map<String, String> generate(String model) {
        return new OwletCompiler(Emitters.ALL)
                .compile(model, new Target("com.acme", "data_model.yml", List.of())).files().stream()
                        .filter(file -> file.kind() == GeneratedFile.Kind.RESOURCE)
                        .collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::content));
    }

    /** Neither JSON nor SQL has a comma after a last member, so what follows a line's last word is let be. */
    private static List<String> lines(String text) {
        return text.lines().map(line -> line.replaceAll(",$", "")).toList();
    }
}
