package dev.owlet.processor.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LinesTest {
    @Test
    void shortCodeIsOneLine() {
        assertThat(Lines.of("f(a, b);", 8)).containsExactly("f(a, b);");
    }

    @Test
    void longCodeHasAnArgumentALine() {
        assertThat(Lines.of("f(a, g(b, c));", 13))
                .containsExactly("f(", "        a,", "        g(", "                b,", "                c));");
    }

    @Test
    void bracketsAndCommasInLiteralsAreText() {
        assertThat(Lines.of("f(\"a, (b\\\"\", ',', '(');", 10))
                .containsExactly("f(", "        \"a, (b\\\"\",", "        ',',", "        '(');");
    }

    @Test
    void codeWithoutArgumentsStaysOneLine() {
        assertThat(Lines.of("aVeryLongName.of();", 5)).containsExactly("aVeryLongName.of();");
        assertThat(Lines.of("\"a long (text)\"", 5)).containsExactly("\"a long (text)\"");
    }
}
