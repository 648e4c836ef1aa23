package dev.owlet.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.processor.model.FieldType;
import org.junit.jupiter.api.Test;

class JsonLiteralTest {
    @Test
    void decimalsAreStringsOfTheirScale() {
        assertThat(print(new FieldType.Decimal(8, 2), "12.5")).isEqualTo("\"12.50\"");
        assertThat(print(new FieldType.Decimal(8, 0), "7")).isEqualTo("\"7\"");
    }

    @Test
    void longsBeyondWhatBrowsersCountAreStrings() {
        assertThat(print(new FieldType.Long(), "9007199254740991")).isEqualTo("9007199254740991");
        assertThat(print(new FieldType.Long(), "9007199254740992")).isEqualTo("\"9007199254740992\"");
    }

    @Test
    void listsTakeOneElementOrSeveral() {
        FieldType list = new FieldType.ListOf(new FieldType.Int());
        assertThat(literal(list, "5").toString()).isEqualTo("[5]");
        assertThat(literal(list, "[5, 6]").toString()).isEqualTo("[5,6]");
    }

    @Test
    void whatDoesNotParseStaysText() {
        assertThat(literal(new FieldType.Int(), "many").isTextual()).isTrue();
        assertThat(literal(new FieldType.Json(), "{").isTextual()).isTrue();
        assertThat(literal(new FieldType.Json(), "{\"a\": 0.10}").toString()).isEqualTo("{\"a\":0.10}");
    }

    @Test
    void aShortTextCannotBecomeGigabytes() {
        assertThat(literal(new FieldType.Decimal(38, 2), "1e999999999").isTextual())
                .isTrue();
        assertThat(literal(new FieldType.Double(), "1e-999999999").isTextual()).isTrue();
    }

    private static JsonNode literal(FieldType type, String text) {
        return JsonLiteral.of(type, text);
    }

    private static String print(FieldType type, String text) {
        return Json.print(literal(type, text)).strip();
    }
}
