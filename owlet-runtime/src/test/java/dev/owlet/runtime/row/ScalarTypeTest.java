package dev.owlet.runtime.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.ValueType.Mode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTypeTest {
    private static final ValueType<BigDecimal> MONEY = ValueType.decimal(6, 2);

    private static <V> V read(ValueType<V> type, String json, Mode mode) {
        Violations violations = new Violations();
        V value = type.read(tree(json), mode, "/x", violations);
        assertThat(violations.list()).as(json).isEmpty();
        return value;
    }

    private static <V> V strict(ValueType<V> type, String json) {
        return read(type, json, Mode.STRICT);
    }

    private static <V> V lenient(ValueType<V> type, String json) {
        return read(type, json, Mode.IMPORT);
    }

    private static String refused(ValueType<?> type, String json) {
        return refused(type, json, Mode.STRICT);
    }

    private static String refused(ValueType<?> type, String json, Mode mode) {
        Violations violations = new Violations();
        assertThat((Object) type.read(tree(json), mode, "/x", violations))
                .as(json)
                .isNull();
        assertThat(violations.list()).as(json).hasSize(1);
        assertThat(violations.list().get(0).pointer()).isEqualTo("/x");
        return violations.list().get(0).code();
    }

    private static JsonNode tree(String json) {
        return Json.tree(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "\"yes\"", "[]", "{}", "0"})
    void apiTakesOnlyTruthValuesForBool(String json) {
        assertThat(refused(ValueType.bool(), json)).isEqualTo("type");
    }

    @ParameterizedTest
    @CsvSource({"YES,true", "no,false", "1,true", "0,false", "T,true", "F,false", "' on ',true", "False,false"})
    void textIsTrueOrFalse(String text, boolean expected) {
        assertThat(ValueType.bool().parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "", " ", "ja", "truefalse"})
    void otherTextIsNeitherTrueNorFalse(String text) {
        assertThatThrownBy(() -> ValueType.bool().parse(text)).isInstanceOf(BadValueException.class);
    }

    @Test
    void wholeNumbersMayBeWrittenWithZerosAfterThePoint() {
        assertThat(strict(ValueType.integer(), "3.0")).isEqualTo(3);
        assertThat(strict(ValueType.integer(), "3e2")).isEqualTo(300);
        assertThat(strict(ValueType.integer(), "-2147483648")).isEqualTo(Integer.MIN_VALUE);
        assertThat(lenient(ValueType.integer(), "\" 1e3 \"")).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2147483648",
                "-2147483649",
                "1.5",
                "1e10",
                "1e1000000000",
                "1e-1000000000",
                "99999999999999999999999",
                "\"1\"",
                "true",
                "[1]"
            })
    void refusesWhatIsNoInt(String json) {
        assertThat(refused(ValueType.integer(), json)).isEqualTo("type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"٣", "１", "1_000", "0x10", "1,5", "--1", "1 2", "NaN", "Infinity", "1d"})
    void refusesTextThatOnlyLooksLikeANumber(String text) {
        for (ValueType<?> type :
                List.of(ValueType.integer(), ValueType.longInteger(), ValueType.doubleFloat(), MONEY)) {
            assertThatThrownBy(() -> type.parse(text)).as(text).isInstanceOf(BadValueException.class);
        }
    }

    @Test
    void longsBeyondFiftyThreeBitsAreStringsInJson() {
        long exact = 1L << 53;
        assertThat(Json.format(ValueType.longInteger(), exact)).isEqualTo("9007199254740992");
        assertThat(Json.format(ValueType.longInteger(), exact + 1)).isEqualTo("\"9007199254740993\"");
        assertThat(Json.format(ValueType.longInteger(), Long.MIN_VALUE)).isEqualTo("\"-9223372036854775808\"");
        assertThat(strict(ValueType.longInteger(), "\"-9223372036854775808\"")).isEqualTo(Long.MIN_VALUE);
        assertThat(strict(ValueType.longInteger(), "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(refused(ValueType.longInteger(), "9223372036854775808")).isEqualTo("type");
        assertThat(refused(ValueType.longInteger(), "\"9223372036854775808\"")).isEqualTo("type");
        assertThat(refused(ValueType.longInteger(), "\"1.0\"")).isEqualTo("type");
    }

    @Test
    void doublesAreFinite() {
        assertThat(strict(ValueType.doubleFloat(), "1")).isEqualTo(1.0);
        assertThat(strict(ValueType.doubleFloat(), "0.1")).isEqualTo(0.1);
        assertThat(strict(ValueType.doubleFloat(), "1e-1000000000")).isZero();
        assertThat(Double.doubleToRawLongBits(strict(ValueType.doubleFloat(), "-0.0")))
                .isZero();
        assertThat(refused(ValueType.doubleFloat(), "1e309")).isEqualTo("type");
        assertThat(refused(ValueType.doubleFloat(), "1e1000000000")).isEqualTo("type");
        assertThat(refused(ValueType.doubleFloat(), "\"1\"")).isEqualTo("type");
    }

    @Test
    void decimalsKeepTheirPlaces() {
        assertThat(strict(MONEY, "\"12.5\"")).isEqualTo(new BigDecimal("12.50"));
        assertThat(strict(MONEY, "12.5")).isEqualTo(new BigDecimal("12.50"));
        assertThat(strict(MONEY, "12.500000")).isEqualTo(new BigDecimal("12.50"));
        assertThat(strict(MONEY, "1e3")).isEqualTo(new BigDecimal("1000.00"));
        assertThat(strict(MONEY, "0e1000000000")).isEqualTo(new BigDecimal("0.00"));
        assertThat(Json.format(MONEY, new BigDecimal("1E+3"))).isEqualTo("\"1000.00\"");
        assertThat(MONEY.compare(new BigDecimal("1.5"), new BigDecimal("1.50"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "12.345,scale",
        "'\"12.345\"',scale",
        "10000,precision",
        "1e1000000000,precision",
        "-1e2147483647,precision",
        "100e2147483647,precision",
        "1e-1000000000,scale",
        "'\"1e3\"',type",
        "'\"\"',type",
        "'\"-\"',type",
        "'\"1.\"',type",
        "'\".5\"',type",
        "'\" 1\"',type",
        "'\"+1\"',type",
        "'\"١\"',type",
        "true,type",
        "[],type"
    })
    void decimalsAreNeverRounded(String json, String code) {
        assertThat(refused(MONEY, json)).isEqualTo(code);
    }

    @Test
    void farOutNumbersCompareWithoutSpellingThemOut() {
        BigDecimal huge = new BigDecimal("1e1000000000");
        BigDecimal tiny = new BigDecimal("1e-1000000000");
        assertThat(Numbers.compare(huge, BigDecimal.ONE)).isPositive();
        assertThat(Numbers.compare(huge.negate(), BigDecimal.ONE.negate())).isNegative();
        assertThat(Numbers.compare(tiny, BigDecimal.ONE)).isNegative();
        assertThat(Numbers.compare(tiny, BigDecimal.ZERO)).isPositive();
        assertThat(Numbers.compare(new BigDecimal("0e1000000000"), BigDecimal.ZERO))
                .isZero();
    }

    @Test
    void textIsKeptAsItIs() {
        assertThat(strict(ValueType.text(), "\" 😀\\u00e9\\n \"")).isEqualTo(" 😀é\n ");
        assertThat(lenient(ValueType.text(), "12.50")).isEqualTo("12.50");
        assertThat(lenient(ValueType.text(), "false")).isEqualTo("false");
        assertThat(refused(ValueType.text(), "12.50")).isEqualTo("type");
        assertThat(refused(ValueType.text(), "{}", Mode.IMPORT)).isEqualTo("type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"", "\"x\\ud83d\"", "\"\\ude00\\ud83d\""})
    void textThatCannotBeStoredIsRefused(String json) {
        assertThat(refused(ValueType.text(), json)).isEqualTo("type");
        assertThat(refused(ValueType.json(), "{\"a\":[" + json + "]}")).isEqualTo("type");
        assertThatThrownBy(() -> ValueType.json().parse("{" + json + ":1}")).isInstanceOf(BadValueException.class);
    }

    @Test
    void textHasABound() {
        assertThat(refused(ValueType.text(), '"' + "a".repeat(Texts.MAX_LENGTH + 1) + '"'))
                .isEqualTo("maxLength");
    }

    @Test
    void textOrdersByCodePoint() {
        // in UTF-16 the owl's first half, D83E, would come before U+FF5E
        assertThat(ValueType.text().compare("\uFF5E", "🦉")).isNegative();
        assertThat(ValueType.text().compare("🦉", "\uFF5E")).isPositive();
        assertThat(ValueType.text().compare("🦉", "🦊")).isNegative();
        assertThat(ValueType.text().compare("a", "ab")).isNegative();
        assertThat(ValueType.text().compare("é", "é")).isZero();
    }

    @Test
    void uuidsAreCanonicalAndOrderAsTheirText() {
        UUID low = UUID.fromString("0fffffff-0000-7000-8000-000000000000");
        UUID high = UUID.fromString("f0000000-0000-7000-8000-000000000000");
        assertThat(ValueType.uuid().compare(low, high)).isNegative();
        assertThat(strict(ValueType.uuid(), "\"F0000000-0000-7000-8000-000000000000\""))
                .isEqualTo(high);
        assertThat(refused(ValueType.uuid(), "\"1-1-1-1-1\"")).isEqualTo("type");
        assertThat(refused(ValueType.uuid(), "\"f0000000-0000-7000-8000-00000000000g\""))
                .isEqualTo("type");
        assertThat(refused(ValueType.uuid(), "\"f00000000000070008000000000000000000\""))
                .isEqualTo("type");
    }

    @Test
    void datesAreDaysThatExist() {
        assertThat(strict(ValueType.date(), "\"2024-02-29\"")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(ValueType.date().parse(" 2024-02-29 00:00:00 ")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(ValueType.date().parse("2024-02-29T00:00:00Z")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThatThrownBy(() -> ValueType.date().parse("2024-02-29 10:00")).hasMessageContaining("without a time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2023-02-29\"",
                "\"2024-2-29\"",
                "\"0000-01-01\"",
                "\"+10000-01-01\"",
                "\"-001-01-01\"",
                "\"20240229\"",
                "20240229",
                "\"2024-02-29T00:00:00Z\"",
                "\"\""
            })
    void refusesWhatIsNoDate(String json) {
        assertThat(refused(ValueType.date(), json)).isEqualTo("type");
    }

    @Test
    void timesAreWrittenWithSeconds() {
        assertThat(strict(ValueType.time(), "\"09:30\"")).isEqualTo(LocalTime.of(9, 30));
        assertThat(ValueType.time().parse("9:30")).isEqualTo(LocalTime.of(9, 30));
        assertThat(ValueType.time().format(LocalTime.of(9, 30))).isEqualTo("09:30:00");
        assertThat(strict(ValueType.time(), "\"09:30:00.123456789\"")).isEqualTo("09:30:00.123456");
        assertThat(refused(ValueType.time(), "\"24:00\"")).isEqualTo("type");
        assertThat(refused(ValueType.time(), "\"09:30Z\"")).isEqualTo("type");
    }

    @Test
    void timestampsAreInstantsToTheMicrosecond() {
        assertThat(strict(ValueType.timestamp(), "\"2026-03-31T09:30:00+02:00\""))
                .isEqualTo("2026-03-31T07:30:00Z");
        assertThat(strict(ValueType.timestamp(), "\"2026-03-31T09:30:00.123456789Z\""))
                .isEqualTo("2026-03-31T09:30:00.123456Z");
        assertThat(strict(ValueType.timestamp(), "\"1969-12-31T23:59:59.9999999Z\""))
                .isEqualTo("1969-12-31T23:59:59.999999Z");
        assertThat(ValueType.timestamp().format(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-03-31T09:30:00\"",
                "\"2026-03-31 09:30:00Z\"",
                "\"2026-03-31\"",
                "\"2026-03-31T24:00:00Z\"",
                "\"2026-03-31T09:30:60Z\"",
                "\"0001-01-01T00:00:00+01:00\"",
                "\"9999-12-31T23:59:59-01:00\"",
                "\"+999999999-12-31T23:59:59Z\"",
                "1774949400"
            })
    void apiWantsTimestampsWithOffset(String json) {
        assertThat(refused(ValueType.timestamp(), json)).isEqualTo("type");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31,2026-03-31T00:00:00Z",
        "2026-03-31 09:30,2026-03-31T09:30:00Z",
        "2026-03-31t09:30:15.5,2026-03-31T09:30:15.500Z",
        "2026-03-31 09:30:15 +0100,2026-03-31T08:30:15Z",
        "2026-03-31T09:30:15+01,2026-03-31T08:30:15Z",
        "2026-03-31 09:30:15Z,2026-03-31T09:30:15Z"
    })
    void importsTakeTimestampsAsPeopleWriteThem(String text, Instant expected) {
        assertThat(ValueType.timestamp().parse(text)).isEqualTo(expected);
    }

    @Test
    void jsonIsKeptExactly() {
        JsonNode node = strict(ValueType.json(), "{\"a\":1.10,\"b\":[1e1000000000,null]}");
        assertThat(Json.format(ValueType.json(), node)).isEqualTo("{\"a\":1.10,\"b\":[1E+1000000000,null]}");
        assertThat(ValueType.json().parse("[1.10]").get(0).decimalValue()).isEqualTo(new BigDecimal("1.10"));
        assertThatThrownBy(() -> ValueType.json().parse("")).isInstanceOf(BadValueException.class);
        assertThatThrownBy(() -> ValueType.json().parse("null")).isInstanceOf(BadValueException.class);
        assertThatThrownBy(() -> ValueType.json().parse("{} {}")).isInstanceOf(BadValueException.class);
    }

    @Test
    void enumsAreKnownByLabelOnlyInImports() {
        assertThat(strict(Owl.Kind.type(), "\"BARN\"")).isEqualTo(Owl.Kind.BARN);
        assertThat(refused(Owl.Kind.type(), "\"Barn owl\"")).isEqualTo("enum");
        assertThat(refused(Owl.Kind.type(), "0")).isEqualTo("enum");
        assertThat(lenient(Owl.Kind.type(), "\" barn OWL \"")).isEqualTo(Owl.Kind.BARN);
        assertThat(refused(Owl.Kind.type(), "\"barn\"", Mode.IMPORT)).isEqualTo("enum");
    }

    @Test
    void veryLongTokensAreRefusedUnread() {
        String digits = "\"" + "1".repeat(1_000_000) + "\"";
        for (ValueType<?> type :
                List.of(ValueType.longInteger(), MONEY, ValueType.uuid(), ValueType.date(), ValueType.timestamp())) {
            refused(type, digits);
            refused(type, digits, Mode.IMPORT);
        }
    }
}
