package dev.owlet.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.CompileResult;
import dev.owlet.processor.OwletCompiler;
import dev.owlet.processor.model.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Models for tests of emitters. */
public final class Models {
    /** Text that would end a literal, a comment or a label, or start a variable, somewhere. */
    public static final String HOSTILE =
            "'; DROP TABLE x; -- \" ` \\' \\\\ */ /* ${root} ${env:HOME} %{if true} {{x}} {%x%} <% x %> &name &{x} $$ "
                    + "$${x} <script>alert(1)</script> \u2028 \u0000 \u202e ]} || #59; %% \n\r\n-- next\t\ud800";

    public static final Target TARGET = new Target("com.acme", "data_model.yml", List.of());

    private Models() {}

    /** The model of a text that has no problems. */
    public static Model of(String yaml) {
        CompileResult result = OwletCompiler.check(yaml, "data_model.yml");
        assertThat(result.problems()).isEmpty();
        return result.model().orElseThrow();
    }

    /** The model of a case below {@code src/test/cases}. */
    public static Model ofCase(String name) {
        try {
            return of(Files.readString(Path.of("src/test/cases", name, "data_model.yml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every type, with every description, title, label and unit replaced by {@link #HOSTILE}. */
    public static Model hostile() {
        return withText(HOSTILE);
    }

    /** Every type, with every description, title, label and unit replaced by one text. */
    public static Model withText(String text) {
        return new TextModel(text).of(ofCase("every-type"));
    }

    /** The content of the one file at a path below {@code META-INF/owlet/}. */
    public static String file(Emitter emitter, Model model, String path) {
        return emitter.emit(model, TARGET).stream()
                .filter(file -> file.path().equals("META-INF/owlet/" + path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + path))
                .content();
    }
}
