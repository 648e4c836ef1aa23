package dev.owlet.runtime.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.row.ValueType.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellFormatTest {
    private static final CellFormat COMMA = NumberFormat.of(",");
    private static final CellFormat LOCAL = TimeFormat.of(Kind.TIMESTAMP, "dd/MM/yyyy HH:mm Europe/Amsterdam");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,5|12.5",
                "-1.234,50|-1234.50",
                "1.234.567|1234567",
                "1 234,5|1234.5",
                "1\u00A0234,5|1234.5",
                "1'234'567,8|1234567.8",
                "1234,5|1234.5",
                "' ,5 '|.5",
                "€ 1.234,50|1234.50",
                "-€5|-5",
                "€ -5|-5",
                "12,5 €|12.5",
                "$1 234|1234",
                "1,5E3|1.5E3"
            })
    void readsNumbersWithDecimalComma(String cell, String expected) {
        assertThat(COMMA.read(cell)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "1.23", "1.2345", "1234.567", "1.234 567", "1,2,3", "1,234.5", ".123", "1..234"})
    void refusesNumbersThatCouldMeanSomethingElse(String cell) {
        assertThat(COMMA.read(cell)).isEmpty();
    }

    @Test
    void readsNumbersWithDecimalPoint() {
        assertThat(NumberFormat.of(".").read("1,234.50")).contains("1234.50");
        assertThat(COMMA.write("-12.50")).isEqualTo("-12,50");
        assertThatThrownBy(() -> NumberFormat.of(";")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "31/03/2026 09:30,2026-03-31T07:30:00Z",
        "01/01/2026 09:30,2026-01-01T08:30:00Z",
        "25/10/2026 02:30,2026-10-25T00:30:00Z",
        "2026-03-31T09:30:12.5Z,2026-03-31T09:30:12.5Z"
    })
    void readsLocalTimes(String cell, String expected) {
        assertThat(LOCAL.read(cell)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "29/03/2026 02:30",
                "31/02/2026 09:30",
                "31/3/2026 9:30",
                "31/03/26 09:30",
                "",
                "31/03/2026",
                "2026-03-31 09:30",
                "2026-03-31T09:30:00"
            })
    void refusesTimesThatAreNone(String cell) {
        assertThat(LOCAL.read(cell)).isEmpty();
    }

    @Test
    void writesWhatItReadsBackTheSame() {
        assertThat(LOCAL.write("2026-03-31T07:30:00Z")).isEqualTo("31/03/2026 09:30");
        assertThat(LOCAL.write("2026-03-31T07:30:12Z")).as("seconds").isEqualTo("2026-03-31T07:30:12Z");
        assertThat(LOCAL.write("2026-10-25T00:30:00Z")).as("first 02:30").isEqualTo("25/10/2026 02:30");
        assertThat(LOCAL.write("2026-10-25T01:30:00Z")).as("second 02:30").isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void datesAndTimes() {
        CellFormat swapped = TimeFormat.of(Kind.DATE, "yyyy-dd-MM");
        assertThat(swapped.read("2026-03-04")).contains("2026-04-03");
        assertThat(swapped.write("2026-04-03")).isEqualTo("2026-03-04");
        assertThat(swapped.read("2026-31-02")).isEmpty();
        assertThat(TimeFormat.of(Kind.DATE, "d MMM yy").read("3 Apr 26")).contains("2026-04-03");
        assertThat(TimeFormat.of(Kind.DATE, "d MMM yy").write("1926-04-03")).isEqualTo("1926-04-03");
        assertThat(TimeFormat.of(Kind.TIME, "h.mm a").read("9.30 pm")).contains("21:30");
        assertThat(TimeFormat.of(Kind.TIME, "h.mm a").write("21:30:15")).isEqualTo("21:30:15");
        assertThat(TimeFormat.of(Kind.TIMESTAMP, "yyyy-MM-dd HH:mmX").read("2026-03-31 09:30+02"))
                .contains("2026-03-31T07:30:00Z");
        assertThat(TimeFormat.of(Kind.TIMESTAMP, "dd/MM/yyyy Asia/Tokyo").read("01/01/2026"))
                .contains("2025-12-31T15:00:00Z");
    }

    @Test
    void aColumnsFormatComesBeforeItsTypes() {
        CellFormats formats = new CellFormats(Map.of("decimal", ",", "price", ".", "date", "dd/MM/yyyy"));
        assertThat(formats.of("weight", Kind.DECIMAL).read("1,5")).contains("1.5");
        assertThat(formats.of("price", Kind.DECIMAL).read("1,500.5")).contains("1500.5");
        assertThat(formats.of("width", Kind.DOUBLE).read("1,5")).contains("1.5");
        assertThat(formats.of("size", Kind.INT).read("1,5")).contains("1,5");
        assertThat(formats.of("born", Kind.DATE).read("31/03/2026")).contains("2026-03-31");
        assertThat(formats.of("name", Kind.TEXT)).isSameAs(CellFormat.PLAIN);
    }
}
