package dev.owlet.processor.cost;

import java.math.BigDecimal;

/**
 * A number and how it was reckoned, so that a reader can do it again. Exact: nothing is rounded and nothing divided.
 *
 * @param value at least 0
 * @param how such as {@code 6,200 × 0.2 + 5 × 60}
 * @param isSum whether {@code how} needs brackets inside a product
 */
public record Amount(BigDecimal value, String how, boolean isSum) {
    static final Amount ZERO = of(0);

    static Amount of(BigDecimal value) {
        return new Amount(value, Figures.plain(value), false);
    }

    static Amount of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    Amount plus(Amount other) {
        if (other.value.signum() == 0) {
            return this;
        }
        return value.signum() == 0 ? other : new Amount(value.add(other.value), how + " + " + other.how, true);
    }

    Amount times(Amount other) {
        return new Amount(value.multiply(other.value), factor() + " × " + other.factor(), false);
    }

    Amount times(Basis basis) {
        return times(of(basis.value()));
    }

    Amount times(long factor) {
        return times(of(factor));
    }

    /** The smaller of both, with its own reckoning. */
    Amount atMost(Amount bound) {
        return value.compareTo(bound.value) <= 0 ? this : bound;
    }

    /** The larger of both, with its own reckoning. */
    Amount atLeast(Amount bound) {
        return value.compareTo(bound.value) >= 0 ? this : bound;
    }

    private String factor() {
        return isSum ? "(" + how + ")" : how;
    }
}
