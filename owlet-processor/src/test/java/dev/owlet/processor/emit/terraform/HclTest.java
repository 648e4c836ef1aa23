package dev.owlet.processor.emit.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HclTest {
    @ParameterizedTest
    @CsvSource({
        "a, a",
        "${a}, $${a}",
        "%{if a}, %%{if a}",
        "$ {a}, $ {a}",
        "$5 and 5%, $5 and 5%",
    })
    void opensNoTemplate(String text, String literal) {
        assertThat(Hcl.literal(text)).isEqualTo(literal);
    }

    /** What these become comes out as it was: see {@link InterpolationTest}. */
    @Test
    void writesAsSequencesWhatTerraformReadsDifferently() {
        assertThat(Hcl.literal("a\rb$$\r")).isEqualTo("a${\"\\r\"}b${\"$$\\r\"}");
        assertThat(Hcl.literal("\ufeffa\ufeff")).isEqualTo("${\"\"}\ufeffa\ufeff");
    }
}
