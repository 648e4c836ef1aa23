package dev.owlet.processor.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.processor.OwletCompiler;
import dev.owlet.processor.source.Position;
import dev.owlet.processor.source.Problem;
import dev.owlet.processor.source.ProblemCode;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An estimate is held against the budget, and the part that costs most is named. */
final class BudgetCheckTest {
    @Test
    void oneBudgetHoldsAndTheNextCentLessDoesNot() {
        Estimate estimate = Usages.estimate(Usages.TEAM);
        String enough = Figures.usd(estimate.cost());
        assertThat(problems("budget: " + enough + " USD\n", Usages.TEAM)).isEmpty();
        String less = estimate.cost().setScale(2, RoundingMode.FLOOR).toPlainString();
        assertThat(problems("budget: " + less + " USD\n", Usages.TEAM))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.OVER_BUDGET);
                    assertThat(problem.at()).isEqualTo(new Position(3, 9));
                    assertThat(problem.message())
                            .contains(
                                    enough + " USD",
                                    "over the budget of " + less + " USD",
                                    "most of it is S3 requests");
                    assertThat(problem.cure()).startsWith(Part.S3_REQUESTS.cure());
                });
    }

    @Test
    void withoutABudgetAnythingGoes() {
        assertThat(problems("", "{calls_per_day: 20000000}")).isEmpty();
    }

    @Test
    void otherProblemsComeFirst() {
        assertThat(problems("budget: 0.01 USD\ntitel: x\n", "{calls_per_day: 20000000}"))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.UNKNOWN_KEY);
    }

    private static List<Problem> problems(String budget, String usage) {
        return OwletCompiler.check(Usages.text(budget, usage), "m").problems();
    }
}
