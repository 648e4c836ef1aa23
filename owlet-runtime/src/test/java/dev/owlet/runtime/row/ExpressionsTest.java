package dev.owlet.runtime.row;

import static dev.owlet.runtime.row.Expressions.and;
import static dev.owlet.runtime.row.Expressions.not;
import static dev.owlet.runtime.row.Expressions.or;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpressionsTest {
    private static final @Nullable Boolean UNKNOWN = null;

    @Test
    void logicHasThreeValues() {
        assertThat(and(true, true)).isTrue();
        assertThat(and(false, UNKNOWN)).isFalse();
        assertThat(and(UNKNOWN, false)).isFalse();
        assertThat(and(true, UNKNOWN)).isNull();
        assertThat(or(true, UNKNOWN)).isTrue();
        assertThat(or(UNKNOWN, true)).isTrue();
        assertThat(or(false, UNKNOWN)).isNull();
        assertThat(or(false, false)).isFalse();
        assertThat(not(UNKNOWN)).isNull();
        assertThat(not(true)).isFalse();
        assertThat(Expressions.isTrue(UNKNOWN)).isFalse();
    }

    @Test
    void comparisonsWithNothingAreUnknown() {
        assertThat(Expressions.eq(null, 1)).isNull();
        assertThat(Expressions.ne(null, null)).isNull();
        assertThat(Expressions.lt(null, 1)).isNull();
        assertThat(Expressions.in(null, 1, 2)).isNull();
    }

    @Test
    void numbersOfDifferentKindsCompareExactly() {
        assertThat(Expressions.eq(1, 1L)).isTrue();
        assertThat(Expressions.eq(new BigDecimal("1.50"), 1.5)).isTrue();
        assertThat(Expressions.eq(new BigDecimal("0.1"), 0.1)).isFalse();
        assertThat(Expressions.gt(9_007_199_254_740_993L, 9_007_199_254_740_992.0))
                .isTrue();
        assertThat(Expressions.lt(new BigDecimal("-1e1000000000"), 0)).isTrue();
        assertThat(Expressions.lte(Double.NaN, 0)).isFalse();
    }

    @Test
    void allElseComparesInItsOwnOrder() {
        assertThat(Expressions.lt(Owl.Kind.BARN, Owl.Kind.TAWNY)).isTrue();
        assertThat(Expressions.lt("\uFF5E", "🦉")).isTrue();
        assertThat(Expressions.gte(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1)))
                .isTrue();
        assertThat(Expressions.in("b", "a", "b")).isTrue();
        assertThat(Expressions.in(2, 1L, new BigDecimal("3"))).isFalse();
    }

    @Test
    void whatHasNoValueIsAbsent() {
        assertThat(Expressions.add(Integer.MAX_VALUE, Integer.valueOf(1))).isNull();
        assertThat(Expressions.subtract(Long.MIN_VALUE, Long.valueOf(1))).isNull();
        assertThat(Expressions.multiply(Long.MAX_VALUE, Long.valueOf(2))).isNull();
        assertThat(Expressions.multiply(Double.MAX_VALUE, Double.valueOf(2))).isNull();
        assertThat(Expressions.divide(Integer.valueOf(1), Integer.valueOf(0))).isNull();
        assertThat(Expressions.divide(Integer.MIN_VALUE, Integer.valueOf(-1))).isNull();
        assertThat(Expressions.divide(Long.MIN_VALUE, Long.valueOf(-1))).isNull();
        assertThat(Expressions.divide(Double.valueOf(0), Double.valueOf(0))).isNull();
        assertThat(Expressions.divide(BigDecimal.ONE, BigDecimal.ZERO)).isNull();
        assertThat(Expressions.negate(Integer.MIN_VALUE)).isNull();
        assertThat(Expressions.abs(Long.MIN_VALUE)).isNull();
        assertThat(Expressions.decimal(Double.NaN)).isNull();
        assertThat(Expressions.decimal(new BigDecimal("99999.995"), 7, 2)).isNull();
    }

    @Test
    void arithmeticIsExact() {
        assertThat(Expressions.multiply(new BigDecimal("0.1"), new BigDecimal("3")))
                .isEqualTo("0.3");
        assertThat(Expressions.divide(BigDecimal.ONE, new BigDecimal("8"))).isEqualTo("0.125");
        assertThat(Expressions.divide(Integer.valueOf(-7), Integer.valueOf(2))).isEqualTo(-3);
        assertThat(Expressions.round(new BigDecimal("2.345"), 2)).isEqualTo("2.35");
        assertThat(Expressions.round(new BigDecimal("-2.345"), 2)).isEqualTo("-2.35");
        assertThat(Expressions.round(2.675, 2)).isEqualTo(2.68);
        assertThat(Expressions.decimal(new BigDecimal("99999.994"), 7, 2)).isEqualTo("99999.99");
        assertThat(Expressions.decimal(3, 4, 2)).isEqualTo("3.00");
    }

    @Test
    void textsListsAndDates() {
        assertThat(Expressions.length("🦉a")).isEqualTo(2);
        assertThat(Expressions.size(List.of(1, 2))).isEqualTo(2);
        assertThat(Expressions.upper("istanbul")).isEqualTo("ISTANBUL");
        assertThat(Expressions.concat("a", "b", "c")).isEqualTo("abc");
        assertThat(Expressions.concat("a", null)).isNull();
        assertThat(Expressions.<String>coalesce(null, "b", "c")).isEqualTo("b");
        assertThat(Expressions.year(Instant.parse("2025-12-31T23:59:59Z"))).isEqualTo(2025);
        assertThat(Expressions.month(LocalDate.of(2025, 12, 31))).isEqualTo(12);
        assertThat(Expressions.day((Instant) null)).isNull();
        Instant now = Expressions.now();
        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }
}
