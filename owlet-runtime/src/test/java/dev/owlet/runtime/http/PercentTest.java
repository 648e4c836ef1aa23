package dev.owlet.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PercentTest {
    @Test
    void takesBackWhatItEncodes() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String text = random.ints(20, 0, 0x2FF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .append("\uD83E\uDD89")
                    .toString();
            assertThat(Percent.decode(Percent.encode(text))).isEqualTo(text);
            assertThat(Percent.encode(text)).matches("[A-Za-z0-9._~%-]*");
            assertThat(Percent.decode(Percent.encodeVisibly(text))).isEqualTo(text);
        }
        assertThat(Percent.encodeVisibly("")).isEmpty();
        assertThat(Percent.encodeVisibly("é")).isEqualTo("%C3%A9");
    }

    @Test
    void readsQueries() {
        assertThat(Percent.query("a=1&b=x+y%2B&a=2&c&&=z"))
                .containsEntry("a", List.of("1", "2"))
                .containsEntry("b", List.of("x y+"))
                .containsEntry("c", List.of(""))
                .containsEntry("", List.of("z"))
                .hasSize(4);
        assertThat(Percent.query("")).isEmpty();
        assertThatThrownBy(() -> Percent.query("a=%FF")).isInstanceOf(ProblemException.class);
    }

    @Test
    void keepsAPlusInPaths() {
        assertThat(Percent.decode("a+b")).isEqualTo("a+b");
        assertThat(Percent.decode("a%00b")).isEqualTo("a\0b");
    }
}
