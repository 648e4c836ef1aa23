package dev.owlet.processor.cost;

import java.math.BigDecimal;

/**
 * One price and how much of it a month takes. Every price stands in one line only, so that what is free counts once.
 *
 * @param expected for the model's usage
 * @param worst as much as throttles, caps and retention let through
 */
public record Line(Part part, Price price, Amount expected, Amount worst) {
    /** In US dollars, nothing being free. */
    public BigDecimal listCost() {
        return expected.value().multiply(price.usd());
    }

    /** In US dollars, when the account's free units are all there for this project. */
    public BigDecimal cost() {
        return expected.value().subtract(price.free()).max(BigDecimal.ZERO).multiply(price.usd());
    }

    /** In US dollars, nothing being free. */
    public BigDecimal worstCost() {
        return worst.value().multiply(price.usd());
    }
}
