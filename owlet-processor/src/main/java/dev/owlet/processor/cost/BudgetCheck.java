package dev.owlet.processor.cost;

import dev.owlet.processor.model.Model;
import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import java.math.BigDecimal;

/** Refuses a model whose usage is estimated to cost more than its budget. */
public final class BudgetCheck {
    private BudgetCheck() {}

    /** Reports at the budget; a model without one may cost anything. */
    public static void check(Model model, Problems problems) {
        model.budget().ifPresent(budget -> check(Estimate.of(model), budget, problems));
    }

    private static void check(Estimate estimate, Model.Budget budget, Problems problems) {
        BigDecimal cost = estimate.cost();
        if (cost.compareTo(budget.amount()) > 0) {
            Part part = estimate.dearest();
            problems.add(
                    budget.at(),
                    ProblemCode.OVER_BUDGET,
                    "A month is estimated at %s USD, over the budget of %s USD; most of it is %s, %s USD"
                            .formatted(
                                    Figures.usd(cost),
                                    budget.amount().toPlainString(),
                                    part.title(),
                                    Figures.usd(estimate.cost(part))),
                    part.cure() + "; or raise the budget, or correct the usage");
        }
    }
}
