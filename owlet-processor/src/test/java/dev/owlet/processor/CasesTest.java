package dev.owlet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.emit.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case gives exactly the problems beside it; one without such a file gives none. */
final class CasesTest {
    private static final OwletCompiler COMPILER = new OwletCompiler(List.of());
    private static final Target TARGET = new Target("com.acme", "data_model.yml", List.of());

    static Stream<Path> cases() {
        return Cases.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheExpectedProblems(Path folder) throws IOException {
        CompileResult result = COMPILER.compile(Cases.bytes(folder), TARGET);
        String printed = Cases.print(Cases.text(folder), result);
        Path expected = Cases.problems(folder);
        if (Cases.rewrite() && !printed.isEmpty()) {
            Files.writeString(expected, printed);
        }
        assertThat(printed).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
        assertThat(result.model().isPresent()).isEqualTo(result.problems().isEmpty());
    }

    static Stream<Path> examples() {
        return Cases.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesHaveNoProblems(Path folder) {
        String text = Cases.text(folder);
        assertThat(Cases.print(text, OwletCompiler.check(text, "data_model.yml")))
                .isEmpty();
    }

    @Test
    void thereAreCasesOfBothKinds() {
        assertThat(Cases.good()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(Cases.broken()).hasSizeGreaterThanOrEqualTo(30);
    }
}
