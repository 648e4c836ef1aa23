package dev.owlet.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void areAllOptional() {
        assertThat(Arguments.of().help()).isFalse();
        assertThat(Arguments.of().sample()).isEmpty();
        assertThat(Arguments.of("--sample", "data", "--help").sample()).contains(Path.of("data"));
        assertThat(Arguments.of("-h").help()).isTrue();
    }

    @Test
    void areRefusedWhenUnknownOrUnfinished() {
        assertThatThrownBy(() -> Arguments.of("--smaple")).hasMessage("There is no argument '--smaple'. See --help.");
        assertThatThrownBy(() -> Arguments.of("--sample")).hasMessageStartingWith("--sample wants a folder");
    }
}
