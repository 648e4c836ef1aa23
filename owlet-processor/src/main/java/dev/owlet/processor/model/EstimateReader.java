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
    private static final List<String> KEYS = List.of("users", "calls_per_day", "rows_per_day");

    /** The prices of the estimate are in this currency. */
    private static final String CURRENCY = "USD";

    private static final long USERS = 5;
    private static final long CALLS = 200;
    private static final long ROWS = 1_000;

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
        return Optional.of(new Model.Budget(new BigDecimal(matcher.group("amount")), CURRENCY));
    }

    Model.Usage usage() {
        Optional<Section> usage = root.get("usage").map(node -> Section.of(node, "usage", KEYS, problems));
        return new Model.Usage(
                count(usage, "users", USERS), count(usage, "calls_per_day", CALLS), count(usage, "rows_per_day", ROWS));
    }

    private long count(Optional<Section> usage, String key, long otherwise) {
        Optional<ScalarNode> node = usage.flatMap(section -> section.scalar(key));
        if (node.isEmpty()) {
            return otherwise;
        }
        if (!node.get().text().matches("\\d{1,12}")) {
            problems.add(
                    node.get().at(),
                    ProblemCode.WRONG_VALUE,
                    "%s is no count".formatted(Quote.of(node.get().text())),
                    "Write a whole number");
            return otherwise;
        }
        return Long.parseLong(node.get().text());
    }
}
