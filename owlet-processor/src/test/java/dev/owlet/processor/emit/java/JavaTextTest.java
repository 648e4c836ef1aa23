package dev.owlet.processor.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.EnumType;
import dev.owlet.processor.model.Model;
import dev.owlet.processor.source.Position;
import java.math.BigDecimal;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever text a model holds, it stays text: in Javadoc it does nothing, in a string it comes back as it was. */
final class JavaTextTest {
    private static final List<String> HOSTILE = List.of(
            "*/ class Evil {} /*",
            "\\u002a/ class Evil {}",
            "\\\\u002a/ \\\\\\u002a/ \\uuuu002a/",
            "\\u000a class Evil {}",
            "\" + System.exit(1) + \"",
            "\\",
            "ends in \\",
            "$S $L $T $$ $5 %s %n ${x} {{x}}",
            "a\nb\r\nc\u2028d\u2029e\u0085f",
            "tab\there, null\0, bell\u0007, escape\u001b",
            "right to left \u202e gnirts \u2066 isolate",
            "\ud83e\udd89 owl, half an owl \ud83e",
            "@deprecated {@link Foo} {@code <b>} &lt; <script>alert(1)</script> ann@example.org",
            "",
            " ",
            "x".repeat(70_000) + "\"é漢".repeat(10_000));

    @TempDir
    Path classes;

    @Test
    void hostileTextStaysText() throws Exception {
        List<EnumType.Value> values = new ArrayList<>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            values.add(new EnumType.Value("V" + i, HOSTILE.get(i), HOSTILE.get(i), Position.START));
        }
        EnumType type = new EnumType("Hostile", "Hostile", String.join("\n", HOSTILE), values, Position.START);
        GeneratedFile file = generate(type);
        assertThat(JavaCompilation.compile(List.of(file), classes)).isEmpty();
        try (URLClassLoader loader = JavaCompilation.load(classes)) {
            Class<?> generated = loader.loadClass("com.acme.Hostile");
            List<String> labels = new ArrayList<>();
            for (Object constant : generated.getEnumConstants()) {
                labels.add((String) generated.getMethod("label").invoke(constant));
            }
            assertThat(labels).isEqualTo(HOSTILE);
            assertThat(classes.resolve("com/acme")).isDirectoryNotContaining("glob:**Evil*");
        }
    }

    private static GeneratedFile generate(EnumType type) {
        Model model = new Model(
                "x-y",
                "",
                "",
                Optional.empty(),
                new Model.Usage(1, 1, 1, 1, BigDecimal.ONE),
                Model.Signup.INVITE,
                Optional.empty(),
                List.of(type),
                List.of(),
                List.of());
        Target target = new Target("com.acme", "da\\u000ata\n_model.yml", List.of());
        return new JavaEmitter().emit(model, target).get(0);
    }

    @Test
    void aCommentIsNeitherEndedNorMarkup() {
        assertThat(JavaText.javadoc("a */ b <i> @see {@x} ann@example.org \\u0041 \\d & c"))
                .isEqualTo("a *&#47; b &lt;i&gt; &#64;see {&#64;x} ann@example.org &#92;u0041 \\d &amp; c");
    }

    @Test
    void charactersAreQuoted() {
        assertThat(JavaText.character('\'')).isEqualTo("'\\''");
        assertThat(JavaText.character('\\')).isEqualTo("'\\\\'");
        assertThat(JavaText.character('\t')).isEqualTo("'\\t'");
        assertThat(JavaText.character('"')).isEqualTo("'\"'");
    }
}
