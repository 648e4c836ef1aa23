package dev.owlet.runtime.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeltaSchemaTest {
    private static DeltaSchema schema(String... fields) {
        StringBuilder json = new StringBuilder();
        for (String field : fields) {
            int colon = field.indexOf(':');
            String type = field.substring(colon + 1);
            json.append(json.isEmpty() ? "" : ",")
                    .append("{\"name\":\"" + field.substring(0, colon) + "\",\"type\":"
                            + (type.startsWith("{") ? type : "\"" + type + "\"")
                            + ",\"nullable\":true,\"metadata\":{}}");
        }
        return DeltaSchema.parse("{\"type\":\"struct\",\"fields\":[" + json + "]}");
    }

    @Test
    void everyTypeHasItsDeltaName() {
        assertThat(DeltaSchema.of(Samples.TYPE).json())
                .contains("\"id\",\"type\":\"long\"")
                .contains("\"flag\",\"type\":\"boolean\"")
                .contains("\"count\",\"type\":\"integer\"")
                .contains("\"weight\",\"type\":\"double\"")
                .contains("\"huge\",\"type\":\"decimal(38,10)\"")
                .contains("\"uuid\",\"type\":\"string\"")
                .contains("\"day\",\"type\":\"date\"")
                .contains("\"time\",\"type\":\"string\"")
                .contains("\"instant\",\"type\":\"timestamp\"")
                .contains("\"colour\",\"type\":\"string\"")
                .contains("\"texts\",\"type\":{\"type\":\"array\",\"elementType\":\"string\",\"containsNull\":true}")
                .doesNotContain("\"nullable\":false");
    }

    @Test
    void wideningAddsWhatIsMissingAndKeepsTheRest() throws Exception {
        DeltaSchema table =
                schema("a:string", "old:long", "s:" + schema("x:long").json());
        DeltaSchema model =
                schema("b:double", "A:string", "s:" + schema("x:long", "y:date").json());

        DeltaSchema wider = table.widened(model).orElseThrow();

        assertThat(wider.json())
                .isEqualTo(schema(
                                "a:string",
                                "old:long",
                                "s:" + schema("x:long", "y:date").json(),
                                "b:double")
                        .json());
        assertThat(wider.widened(model)).isEmpty();
    }

    @Test
    void aColumnKeepsItsType() {
        assertThatThrownBy(() -> schema("a:integer").widened(schema("a:long")))
                .isInstanceOf(UnsupportedTableException.class)
                .hasMessageContaining("column a is integer in the table, but long in the model");
        assertThatThrownBy(() -> schema("s:" + schema("x:date").json())
                        .widened(schema("s:" + schema("x:string").json())))
                .hasMessageContaining("column s.x");
    }

    @Test
    void refusesWhatIsNoSchema() {
        for (String json : new String[] {"", "null", "[]", "{}", "{\"fields\":1}", "{\"fields\":["}) {
            assertThatIllegalArgumentException().as(json).isThrownBy(() -> DeltaSchema.parse(json));
        }
    }
}
