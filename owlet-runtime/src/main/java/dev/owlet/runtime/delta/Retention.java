package dev.owlet.runtime.delta;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a table keeps what it no longer needs for its latest version, by its properties and Delta's defaults (Delta
 * documentation, "Table properties reference").
 *
 * @param log commits and checkpoints, and so versions for time travel
 * @param files data files that no longer belong to the table
 * @param transactions what an idempotent write is recognised by, with its receipt in the log
 */
record Retention(Duration log, Duration files, Duration transactions) {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration WEEK = Duration.ofDays(7);

    private static final Pattern INTERVAL =
            Pattern.compile("(?:interval\\s+)?((?:\\d{1,9}\\s+(?:week|day|hour|minute|second)s?\\s*)+)");
    private static final Pattern TERM = Pattern.compile("(\\d+)\\s+([a-z]+?)s?(?:\\s|$)");
    private static final Map<String, Duration> UNITS = Map.of(
            "week", WEEK,
            "day", Duration.ofDays(1),
            "hour", Duration.ofHours(1),
            "minute", Duration.ofMinutes(1),
            "second", Duration.ofSeconds(1));

    /** @throws IOException when a property cannot be understood: then nothing may be deleted */
    static Retention of(TableDefinition definition) throws IOException {
        Map<String, String> properties = definition.configuration();
        return new Retention(
                duration(properties, "delta.logRetentionDuration", MONTH),
                duration(properties, "delta.deletedFileRetentionDuration", WEEK),
                duration(properties, "delta.setTransactionRetentionDuration", Duration.ZERO));
    }

    private static Duration duration(Map<String, String> properties, String name, Duration otherwise)
            throws IOException {
        String text = properties.get(name);
        if (text == null) {
            return otherwise;
        }
        Matcher interval = INTERVAL.matcher(text.toLowerCase(Locale.ROOT).strip());
        if (!interval.matches()) {
            throw new IOException("the table's property " + name + " is \"" + text
                    + "\", which is no interval such as \"interval 30 days\"");
        }
        Duration sum = Duration.ZERO;
        Matcher term = TERM.matcher(interval.group(1));
        while (term.find()) {
            sum = sum.plus(UNITS.get(term.group(2)).multipliedBy(Long.parseLong(term.group(1))));
        }
        return sum;
    }
}
