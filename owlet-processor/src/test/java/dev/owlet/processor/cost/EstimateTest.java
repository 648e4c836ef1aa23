package dev.owlet.processor.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The estimate against sums done by hand, and what must hold of it for any usage. */
final class EstimateTest {
    private static final String HUGE = "{users: 999999999999, calls_per_day: 20000000, rows_per_day: 999999999999,"
            + " files_per_day: 20000000, stored_gb: 9999999.999999}";
    private static final String NOTHING =
            "{users: 0, calls_per_day: 0, rows_per_day: 0, files_per_day: 0, stored_gb: 0}";

    /**
     * 6,200 calls: 1,240 s, of which 1,240 start a function: 3,720 s; 310 files: 248 s to hand them in, 930 s to
     * take them in; rows: 0.62 s; care: 309.125 s.
     */
    @Test
    void secondsOfOnePerson() {
        BigDecimal seconds = new BigDecimal("1240")
                .add(new BigDecimal("3720"))
                .add(new BigDecimal("248"))
                .add(new BigDecimal("930"))
                .add(new BigDecimal("0.62"))
                .add(new BigDecimal("309.125"));
        Line line = line(Usages.SMALL, Price.LAMBDA_SECOND);
        assertThat(line.expected().value()).isEqualByComparingTo(seconds.multiply(new BigDecimal("1.7275390625")));
        assertThat(line.cost()).isZero();
        assertThat(line.listCost()).isBetween(new BigDecimal("0.14"), new BigDecimal("0.15"));
    }

    /** 13,640 rows written alone and 3,100 files are commits; 27,280 calls and each file list two tables; care lists three. */
    @Test
    void requestsOfATeam() {
        Line puts = line(Usages.TEAM, Price.S3_PUT);
        assertThat(puts.expected().value())
                .isEqualByComparingTo("133228"); // 16,740 × 3.2 + 30,380 × 2 + 3,100 × 6 + 300
        assertThat(puts.cost()).isEqualByComparingTo("0.66614");
        Line gets = line(Usages.TEAM, Price.S3_GET);
        assertThat(gets.expected().value())
                .isEqualByComparingTo("1379500"); // 136,400 × 4 + 30,380 × 24 + 3,100 × 23 + 16,740 × 2
        assertThat(gets.cost()).isEqualByComparingTo("0.5518");
    }

    /** A second has one call, one on each of three open routes, and 0.002 of an upload; 50, 30 and 50 come at once. */
    @Test
    void mostCallsOfAMonth() {
        Line calls = line(Usages.SMALL, Price.HTTP_API_CALL);
        assertThat(calls.worst().value()).isEqualByComparingTo("214381736"); // (2,678,400 × 4.002 + 130) × 20
        assertThat(calls.worstCost()).isEqualByComparingTo("214.381736");
        // 4,500 calls and files a day × 20 are 1.04 a second, 100 files × 5 are 0.006, each taken in three times.
        assertThat(line(Usages.TEAM, Price.LAMBDA_REQUEST).worst().value()).isEqualByComparingTo("13456571.6");
    }

    /** Those without a token write nothing. 5,406.8 files come in 128 parts each, and are tried three times. */
    @Test
    void mostWritesOfAMonth() {
        assertThat(line(Usages.SMALL, Price.S3_PUT).worst().value())
                .isEqualByComparingTo("14737397.28"); // 2,694,670.4 × 5.2 + 5,406.8 × 134 + 600
    }

    /** Ten copies of one and two of another function all month, and ten runs of maintenance of 900 s. */
    @Test
    void mostSecondsOfAMonth() {
        assertThat(line(Usages.TEAM, Price.LAMBDA_SECOND).worst().value())
                .isEqualByComparingTo(new BigDecimal("32149800").multiply(new BigDecimal("1.7275390625")));
    }

    @Test
    void whatIsFreeIsTakenOffOnce() {
        Line users = line("{users: 10001}", Price.COGNITO_USER);
        assertThat(users.cost()).isEqualByComparingTo("0.0055");
        assertThat(users.listCost()).isEqualByComparingTo("55.0055");
        assertThat(Usages.estimate(Usages.SMALL).lines())
                .extracting(Line::price)
                .containsExactlyInAnyOrder(Price.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {Usages.SMALL, Usages.TEAM, HUGE, NOTHING, "{}"})
    void nothingIsExpectedThatIsNotPossible(String usage) {
        Estimate estimate = Usages.estimate(usage);
        assertThat(estimate.lines()).allSatisfy(line -> {
            assertThat(line.expected().value()).isNotNegative();
            assertThat(line.expected().value()).isLessThanOrEqualTo(line.worst().value());
            assertThat(line.cost()).isNotNegative().isLessThanOrEqualTo(line.listCost());
        });
        assertThat(estimate.cost()).isLessThanOrEqualTo(estimate.worstCost());
    }

    @ParameterizedTest
    @CsvSource({
        "users, 1, 15000",
        "calls_per_day, 200, 201",
        "calls_per_day, 4320, 4321",
        "calls_per_day, 4321, 20000000",
        "rows_per_day, 1000, 999999999999",
        "files_per_day, 0, 1",
        "files_per_day, 1, 20000000",
        "stored_gb, 0.000001, 0.000002",
        "stored_gb, 16.8, 9999999",
    })
    void moreUseNeverCostsLess(String key, String less, String more) {
        Estimate one = Usages.estimate("{" + key + ": " + less + "}");
        Estimate two = Usages.estimate("{" + key + ": " + more + "}");
        assertThat(two.listCost()).isGreaterThan(one.listCost());
        assertThat(two.cost()).isGreaterThanOrEqualTo(one.cost());
        assertThat(two.worstCost()).isGreaterThanOrEqualTo(one.worstCost());
        for (int i = 0; i < one.lines().size(); i++) {
            assertThat(two.lines().get(i).expected().value())
                    .isGreaterThanOrEqualTo(one.lines().get(i).expected().value());
        }
    }

    @Test
    void partsAddUp() {
        Estimate estimate = Usages.estimate(Usages.TEAM);
        assertThat(sum(estimate)).isEqualByComparingTo(estimate.cost());
        assertThat(estimate.dearest()).isEqualTo(Part.S3_REQUESTS);
        assertThat(Usages.estimate(NOTHING).dearest()).isEqualTo(Part.S3_REQUESTS);
    }

    private static BigDecimal sum(Estimate estimate) {
        return List.of(Part.values()).stream().map(estimate::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Line line(String usage, Price price) {
        return Usages.estimate(usage).lines().stream()
                .filter(line -> line.price() == price)
                .findFirst()
                .orElseThrow();
    }
}
