package dev.owlet.processor.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an amount was reckoned, read again, gives the amount. */
final class AmountTest {
    @ParameterizedTest
    @ValueSource(
            strings = {Usages.SMALL, Usages.TEAM, "{users: 0, calls_per_day: 0, rows_per_day: 0}", "{stored_gb: 5000}"})
    void theArithmeticIsTrue(String usage) {
        for (Line line : Usages.estimate(usage).lines()) {
            for (Amount amount : new Amount[] {line.expected(), line.worst()}) {
                assertThat(new Reader(amount.how()).sum())
                        .as("%s: %s", line.price(), amount.how())
                        .isEqualByComparingTo(amount.value());
            }
        }
    }

    @Test
    void sumsStandInBracketsWhenMultiplied() {
        Amount sum = Amount.of(2).plus(Amount.of(3));
        assertThat(sum.times(4).how()).isEqualTo("(2 + 3) × 4");
        assertThat(Amount.of(4).times(sum).how()).isEqualTo("4 × (2 + 3)");
        assertThat(Amount.of(4).times(sum).plus(sum).how()).isEqualTo("4 × (2 + 3) + 2 + 3");
        assertThat(Amount.ZERO.plus(Amount.of(1)).how()).isEqualTo("1");
        assertThat(Amount.of(1).plus(Amount.ZERO).how()).isEqualTo("1");
    }

    @Test
    void theSmallerAndTheLarger() {
        assertThat(Amount.of(1).atMost(Amount.of(2)).how()).isEqualTo("1");
        assertThat(Amount.of(3).atMost(Amount.of(2)).how()).isEqualTo("2");
        assertThat(Amount.of(1).atLeast(Amount.of(2)).how()).isEqualTo("2");
        assertThat(Amount.of(3).atLeast(Amount.of(2)).how()).isEqualTo("3");
    }

    @Test
    void figures() {
        assertThat(Arrays.asList("0", "0.000", "1E+3", "12345678.90", "999", "0.0002").stream()
                        .map(BigDecimal::new)
                        .map(Figures::plain))
                .containsExactly("0", "0", "1,000", "12,345,678.9", "999", "0.0002");
        assertThat(Arrays.asList("0", "0.0000001", "0.01", "1.001", "1234567.891", "1000000").stream()
                        .map(BigDecimal::new)
                        .map(Figures::usd))
                .containsExactly("0.00", "0.01", "0.01", "1.01", "1,234,567.90", "1,000,000.00");
    }

    /** A sum of products of numbers and sums in brackets. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text.replace(" ", "").replace(",", "");
        }

        BigDecimal sum() {
            BigDecimal sum = product();
            while (at < text.length() && text.charAt(at) == '+') {
                at++;
                sum = sum.add(product());
            }
            return sum;
        }

        private BigDecimal product() {
            BigDecimal product = factor();
            while (at < text.length() && text.charAt(at) == '×') {
                at++;
                product = product.multiply(factor());
            }
            return product;
        }

        private BigDecimal factor() {
            if (text.charAt(at) == '(') {
                at++;
                BigDecimal inner = sum();
                assertThat(text.charAt(at++)).isEqualTo(')');
                return inner;
            }
            int from = at;
            while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return new BigDecimal(text.substring(from, at));
        }
    }
}
