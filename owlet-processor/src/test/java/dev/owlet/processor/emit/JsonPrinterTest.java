package dev.owlet.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonPrinterTest {
    @Test
    void printsOneMemberOrItemALine() {
        ObjectNode tree = Json.object().put("a", 1);
        tree.set("b", Json.strings("x", "y"));
        tree.putObject("c");
        tree.putArray("d");
        tree.putNull("e").put("f", true);
        assertThat(Json.print(tree)).isEqualTo("""
                        {
                          "a": 1,
                          "b": [
                            "x",
                            "y"
                          ],
                          "c": {},
                          "d": [],
                          "e": null,
                          "f": true
                        }
                        """);
    }

    @Test
    void whatItPrintsReadsBackUnchangedThroughUtf8() throws Exception {
        String text = Models.HOSTILE.replace("\ud800", "") + "\"\\\u2029\u007f😀é";
        String printed = Json.print(Json.object().put(text, text));
        byte[] bytes = printed.getBytes(StandardCharsets.UTF_8);
        assertThat(new ObjectMapper().readTree(bytes).path(text).textValue()).isEqualTo(text);
        assertThat(printed).doesNotContain("\u2028", "\u2029", "\u0000");
    }

    @Test
    void halvesOfSurrogatePairsSurviveUtf8() {
        assertThat(Json.print(Json.strings("a\ud800b"))).contains("\"a\\ud800b\"");
    }

    @Test
    void numbersKeepTheirDigits() {
        assertThat(Json.print(Json.number(new BigDecimal("12345678901234567890123456789012345.678"))))
                .isEqualTo("12345678901234567890123456789012345.678\n");
        assertThat(Json.print(Json.number(new BigDecimal("1e3")))).isEqualTo("1000\n");
        assertThat(Json.print(Json.number(new BigDecimal("0.50")))).isEqualTo("0.50\n");
    }
}
