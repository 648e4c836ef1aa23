package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.ScalarNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code budget:} and {@code usage:}, on which the cost estimate rests. */
record EstimateReader(Section root, Problems problems) {
    private static final Pattern BUDGET = Pattern.compile("(?<amount>\\d{1,7}(\\.\\d{1,2})?)\\s+(?<currency>[A-Z]{3})");
    private static final Pattern GB = Pattern.compile("\\d{1,7}(\\.\\d{1,6})?");
    private static final List<String> KEYS =
            List.of("users", "calls_per_day", "rows_per_day", "files_per_day", "stored_gb");

    /** The prices of the estimate are in this currency. */
    private static final String CURRENCY = "USD";

    private static final long USERS = 5;
    private static final long CALLS = 200;
    private static final long ROWS = 1_000;
    private static final long ROWS_A_FILE = 100;

    /** Beyond this an account must ask AWS for more: {@link CloudLimits#apiCallsPerSecond}. */
    private static final long MOST_CALLS = 20_000_000;

    private static final long MOST = 999_999_999_999L;

    /** What a year's rows take, one a day of them: 365 of 100 bytes. */
    private static final BigDecimal GB_OF_A_DAILY_ROW = new BigDecimal("0.0000365");

    Optional<Model.Budget> budget() {
        Optional<ScalarNode> node = root.scalar("budget");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = BUDGET.matcher(node.get().text());
        if (!matcher.matches() || !matcher.group("currency").equals(CURRENCY)) {
            problems.add(
                    node.get().at(),
                    ProblemCode.WRONG_VALUE,
                    "%s is no budget".formatted(Quote.of(node.get().text())),
                    "Write an amount a month in US dollars, such as 1 USD");
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(matcher.group("amount"));
        if (amount.signum() == 0) {
            problems.add(
                    node.get().at(),
                    ProblemCode.WRONG_VALUE,
                    "A budget of nothing cannot be watched",
                    "Write an amount from 0.01 USD; AWS Budgets takes no less");
            return Optional.empty();
        }
        return Optional.of(new Model.Budget(amount, CURRENCY, node.get().at()));
    }

    Model.Usage usage() {
        Optional<Section> usage = root.get("usage").map(node -> Section.of(node, "usage", KEYS, problems));
        long rows = count(usage, "rows_per_day", ROWS, MOST);
        long filesOfRows = Math.min(MOST_CALLS, (rows + ROWS_A_FILE - 1) / ROWS_A_FILE);
        return new Model.Usage(
                count(usage, "users", USERS, MOST),
                count(usage, "calls_per_day", CALLS, MOST_CALLS),
                rows,
                count(usage, "files_per_day", filesOfRows, MOST_CALLS),
                storedGb(usage).orElseGet(() -> GB_OF_A_DAILY_ROW.multiply(BigDecimal.valueOf(rows))));
    }

    private long count(Optional<Section> usage, String key, long otherwise, long most) {
        Optional<ScalarNode> node = usage.flatMap(section -> section.scalar(key));
        if (node.isEmpty()) {
            return otherwise;
        }
        String text = node.get().text();
        if (!text.matches("\\d{1,12}") || Long.parseLong(text) > most) {
            problems.add(
                    node.get().at(),
                    ProblemCode.WRONG_VALUE,
                    "%s is no count".formatted(Quote.of(text)),
                    "Write a whole number from 0 to " + most);
            return otherwise;
        }
        return Long.parseLong(text);
    }

    private Optional<BigDecimal> storedGb(Optional<Section> usage) {
        Optional<ScalarNode> node = usage.flatMap(section -> section.scalar("stored_gb"));
        if (node.isPresent() && !GB.matcher(node.get().text()).matches()) {
            problems.add(
                    node.get().at(),
                    ProblemCode.WRONG_VALUE,
                    "%s is no number of GB".formatted(Quote.of(node.get().text())),
                    "Write a number, such as 10 or 0.5");
            return Optional.empty();
        }
        return node.map(scalar -> new BigDecimal(scalar.text()));
    }
}
