package com.acme.everytype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.ViolationException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Every type of the language, there and back. */
public final class EveryTypeProbe implements Runnable {
    private static final String ADDRESS = """
            {"street":"Kade 1","house":7,"tags":["a","b"],"at":{"lat":"52.370216","lon":"4.895168","accuracy":1.5},
             "colour":"red","since":"1900-01-01","open_at":"08:30:00","seen":"2026-01-02T03:04:05.000006Z",
             "mail":"a@example.org","site":"https://example.org/a","ref":"0195a3b4-0000-7000-8000-000000000001",
             "big":"9007199254740993","flag":true,"note":"*x*","extra":{"a":[1,null,{"b":0.10}]},
             "picture":{"key":"k","name":"n.png","size":3,"sha256":"00"}}""";

    private static final String REQUIRED = """
            "id":"0195a3b4-0000-7000-8000-000000000000","required_bool":true,"required_int":-2147483648,
            "required_long":"-9007199254740993","required_double":-0.1,"required_decimal":"0.10",
            "required_text":"Ünïcode 🦉","required_markdown":"# x","required_email":"a@example.org",
            "required_url":"https://example.org/","required_uuid":"0195a3b4-0000-4000-8000-000000000000",
            "required_date":"2024-02-29","required_time":"23:59:59.999999",
            "required_timestamp":"2026-01-02T03:04:05Z","required_json":{"a":[1,null]},
            "required_file":{"key":"inbox/a","name":"a.txt","size":12,"sha256":"ab"},"required_enum":"green",
            "required_shape":{"lat":"1","lon":"2"},"required_reference":"NL",
            "ints":[0,100]""";

    private static final String OPTIONAL = """
            ,"optional_bool":false,"optional_int":-3,"optional_long":"9007199254740992","optional_double":1000,
            "optional_decimal":"12345678901234567890123456789012345678","optional_text":"a*b","optional_markdown":"",
            "optional_email":"b@example.org","optional_url":"http://example.org","optional_uuid":
            "0195a3b4-0000-4000-8000-000000000000","optional_date":"1900-01-01","optional_time":"22:30",
            "optional_timestamp":"2020-01-01T00:00:00Z","optional_json":[1],"optional_file":{"key":"k"},
            "optional_enum":"class","optional_shape":%s,"optional_reference":"DE","bools":[true,false],
            "longs":["9223372036854775807"],"doubles":[1e300],"decimals":["-1.5","1.5"],"texts":["ab"],"markdowns":["m"],
            "emails":["c@example.org"],"urls":["https://example.org"],"uuids":["0195a3b4-0000-4000-8000-000000000000"],
            "dates":["2026-01-01"],"times":["00:00"],"timestamps":["2026-01-01T00:00:00Z"],"jsons":["x",1],
            "files":[{"key":"k"}],"enums":["red","blue"],"shapes":[%s],"references":["NL"],"optional_list":[1]"""
            .formatted(ADDRESS, ADDRESS);

    @Override
    public void run() {
        theLeast();
        theMost();
        keywords();
        nestedViolations();
        unstorableValues();
        storedRows();
        compositeKey();
    }

    private static void theLeast() {
        EveryType row = EveryType.fromJson("{" + REQUIRED + "}");
        assertThat(row.optional_shape()).isNull();
        assertThat(row.longs()).isEmpty();
        assertThat(row.optional_list()).isNull();
        assertThat(row.enum_default()).isEqualTo(Status.class_);
        assertThat(row.long_default()).isEqualTo(-9007199254740993L);
        assertThat(row.decimal_default()).isEqualTo(new BigDecimal("12.50"));
        assertThat(row.text_default()).isEqualTo("a \"quoted\" ${text} */");
        assertThat(row.time_default()).isEqualTo(LocalTime.of(8, 0));
        assertThat(row.computed_int()).isNull();
        assertThat(row.computed_decimal()).isEqualTo(new BigDecimal("0.12"));
        assertThat(row.computed_text()).isEqualTo("ÜNÏCODE 🦉 */ ${x} \" none");
        assertThat(row.computed_enum()).isEqualTo(Colour.green);
        assertThat(row.computed_again()).isFalse();
        assertThat(EveryType.fromJson(row.toJson())).isEqualTo(row);
    }

    private static void theMost() {
        EveryType row = EveryType.fromJson("{" + REQUIRED + OPTIONAL + "}");
        assertThat(row.optional_decimal()).isEqualTo(new BigDecimal("12345678901234567890123456789012345678"));
        assertThat(row.longs()).containsExactly(Long.MAX_VALUE);
        assertThat(row.decimals()).containsExactly(new BigDecimal("-1.500"), new BigDecimal("1.500"));
        assertThat(row.shapes().get(0).extra().at("/a/2/b").decimalValue()).isEqualTo(new BigDecimal("0.10"));
        assertThat(row.computed_int()).isEqualTo(9 - 3);
        assertThat(EveryType.fromJson(row.toJson())).isEqualTo(row);
        assertThat(row.toBuilder().build()).isEqualTo(row);
        List<BigDecimal> decimals = List.of(new BigDecimal("-1.5"), new BigDecimal("1.50"));
        assertThat(row.toBuilder().decimals(decimals).build()).isEqualTo(row);
    }

    private static void keywords() {
        Keywords row = Keywords.builder().class_("x").int_(3).build();
        assertThat(row.new_()).isEqualTo(1);
        assertThat(row.public_()).isEqualTo(Status.new_);
        assertThat(row.goto_()).isFalse();
        assertThat(row.toJson()).contains("\"class\":\"x\"", "\"public\":\"new\"", "\"return\":\"1.5\"");
        assertThat(KeywordsTable.CLASS.was()).containsExactly("klass");
        assertThat(Keywords.fromJson(row.toJson())).isEqualTo(row);
    }

    private static void nestedViolations() {
        String bad = "{\"street\":\"\",\"house\":0,\"at\":{\"lat\":91},\"tags\":[\"\"],\"mail\":\"x\"}";
        assertThatThrownBy(() -> EveryType.fromJson("{" + REQUIRED + ",\"optional_shape\":" + bad + "}"))
                .isInstanceOfSatisfying(ViolationException.class, e -> assertThat(e.violations())
                        .extracting(v -> v.pointer() + " " + v.code())
                        .containsExactlyInAnyOrder(
                                "/optional_shape/street minLength",
                                "/optional_shape/house min",
                                "/optional_shape/tags/0 minLength",
                                "/optional_shape/at/lat max",
                                "/optional_shape/at/lon required",
                                "/optional_shape/mail format"));
    }

    /** What no file or answer could hold is refused to code too, not only to JSON. */
    private static void unstorableValues() {
        EveryType row = EveryType.fromJson("{" + REQUIRED + OPTIONAL + "}");
        assertThatThrownBy(() -> row.toBuilder()
                        .required_double(Double.NaN)
                        .doubles(List.of(1.0, Double.POSITIVE_INFINITY))
                        .optional_text("\uD83E")
                        .required_markdown("\0")
                        .required_date(LocalDate.MAX)
                        .required_timestamp(Instant.MIN)
                        .build())
                .isInstanceOfSatisfying(ViolationException.class, e -> assertThat(e.violations())
                        .extracting(v -> v.pointer())
                        .containsExactlyInAnyOrder(
                                "/required_double",
                                "/doubles/1",
                                "/optional_text",
                                "/required_markdown",
                                "/required_date",
                                "/required_timestamp",
                                "")); // and a rule over some of them
    }

    private static void storedRows() {
        Values values = EveryType.rowType().values();
        assertThatThrownBy(() -> EveryType.rowType().restore(values))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("EveryType")
                .hasMessageContaining("required_bool");
    }

    private static void compositeKey() {
        InvoiceLineTable table = new InvoiceLineTable();
        assertThat(table.spec().key()).isEqualTo(List.of(InvoiceLineTable.INVOICE, InvoiceLineTable.NUMBER));
        assertThat(table.spec().folder()).isEqualTo("sales/invoice_line");
        assertThat(table.spec().imports().header()).isFalse();
        assertThat(table.spec().imports().missing()).containsExactly("", "NA", "-", "\\N", "*/", "\"", "${x}");
    }
}
