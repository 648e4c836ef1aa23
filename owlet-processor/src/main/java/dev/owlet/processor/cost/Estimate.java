package dev.owlet.processor.cost;

import dev.owlet.processor.model.Model;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a month costs, line by line. Exact, immutable.
 *
 * @param lines each price once
 */
public record Estimate(List<Line> lines) {
    public Estimate {
        lines = List.copyOf(lines);
    }

    /** Of a model that has no problems. */
    public static Estimate of(Model model) {
        Expectation e = new Expectation(model);
        WorstCase w = new WorstCase(model, e);
        Amount worstSeconds = w.apiSeconds();
        Amount worstIngest = w.ingestSeconds();
        return new Estimate(List.of(
                new Line(
                        Part.LAMBDA,
                        Price.LAMBDA_SECOND,
                        gbSeconds(
                                e.apiSeconds().atMost(worstSeconds),
                                e.ingestSeconds().atMost(worstIngest),
                                e.maintenanceSeconds()),
                        gbSeconds(worstSeconds, worstIngest, w.maintenanceSeconds())),
                new Line(
                        Part.LAMBDA,
                        Price.LAMBDA_DISK_SECOND,
                        e.ingestSeconds().atMost(worstIngest).times(Month.PAID_DISK_GB),
                        worstIngest.times(Month.PAID_DISK_GB)),
                new Line(Part.LAMBDA, Price.LAMBDA_REQUEST, e.invocations(), w.invocations()),
                new Line(Part.HTTP_API, Price.HTTP_API_CALL, e.apiCalls(), w.meteredCalls()),
                new Line(Part.S3_STORAGE, Price.S3_GB, e.storage(), w.storage()),
                new Line(Part.S3_REQUESTS, Price.S3_PUT, e.puts(), w.puts()),
                new Line(Part.S3_REQUESTS, Price.S3_GET, e.gets(), w.gets()),
                new Line(Part.CLOUDFRONT, Price.CLOUDFRONT_GB, e.siteGb(), e.siteGb()),
                new Line(Part.CLOUDFRONT, Price.CLOUDFRONT_REQUEST, e.siteRequests(), w.siteRequests()),
                new Line(Part.COGNITO, Price.COGNITO_USER, e.users(), e.users()),
                new Line(Part.LOGS, Price.LOG_GB, e.logGb(), w.logGb()),
                new Line(Part.LOGS, Price.LOG_GB_KEPT, e.logGb(), w.logGb()),
                new Line(Part.ATHENA, Price.ATHENA_GB, e.queries().times(e.scannedGb()), w.scannedGb()),
                new Line(Part.GLUE, Price.GLUE_OBJECT, e.tables(), e.tables()),
                new Line(Part.SCHEDULER, Price.SCHEDULER_RUN, e.maintenanceRuns(), w.maintenanceRuns()),
                new Line(Part.TRANSFER, Price.TRANSFER_GB, e.answerGb(), w.answerGb())));
    }

    private static Amount gbSeconds(Amount api, Amount ingest, Amount maintenance) {
        return api.plus(ingest).plus(maintenance).times(Month.MEMORY_GB);
    }

    /** US dollars a month for the model's usage, beyond what every account has free. */
    public BigDecimal cost() {
        return sum(lines.stream(), Line::cost);
    }

    /** The same, nothing being free. */
    public BigDecimal listCost() {
        return sum(lines.stream(), Line::listCost);
    }

    /** US dollars a month that throttles, caps and retention let through, nothing being free. */
    public BigDecimal worstCost() {
        return sum(lines.stream(), Line::worstCost);
    }

    public BigDecimal cost(Part part) {
        return sum(of(part), Line::cost);
    }

    public BigDecimal listCost(Part part) {
        return sum(of(part), Line::listCost);
    }

    public BigDecimal worstCost(Part part) {
        return sum(of(part), Line::worstCost);
    }

    /** The part that costs most; the first of several. */
    public Part dearest() {
        return Stream.of(Part.values())
                .max(Comparator.comparing((Part part) -> cost(part)).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** One sentence for the build's output. */
    public String summary() {
        return "a month is estimated at %s USD, most of it %s (%s USD without what AWS gives every account), and at most %s USD"
                .formatted(Figures.usd(cost()), dearest().title(), Figures.usd(listCost()), Figures.usd(worstCost()));
    }

    /** A line for each part that may cost anything: expected, and at most. */
    public List<String> table() {
        return Stream.of(Part.values())
                .filter(part -> worstCost(part).signum() > 0)
                .map(part -> "%-22s %10s USD, at most %12s USD"
                        .formatted(part.title(), Figures.usd(cost(part)), Figures.usd(worstCost(part))))
                .toList();
    }

    private Stream<Line> of(Part part) {
        return lines.stream().filter(line -> line.part() == part);
    }

    private static BigDecimal sum(Stream<Line> lines, Function<Line, BigDecimal> cost) {
        return lines.map(cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
