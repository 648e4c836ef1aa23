package dev.owlet.processor.infer;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Columns of dates and times. Where day and month could be either, the day comes first, as in most of the world. */
final class Dates {
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,6})?)?");
    private static final String ISO = "uuuu-MM-dd";
    private static final List<String> DAYS = List.of(
            ISO,
            "dd/MM/uuuu",
            "MM/dd/uuuu",
            "d/M/uuuu",
            "M/d/uuuu",
            "dd.MM.uuuu",
            "d.M.uuuu",
            "dd-MM-uuuu",
            "uuuu/MM/dd",
            "uuuuMMdd");
    private static final List<String> TIMES = List.of("HH:mm", "HH:mm:ss", "HH:mm:ss.SSS", "HH:mm:ss.SSSSSS");

    /** Exports of databases write days as points in time. */
    private static final List<String> MIDNIGHTS = List.of("", "'T00:00:00'", "' 00:00:00'");

    private Dates() {}

    static Optional<Guess> guess(Set<String> values) {
        if (all(values, INSTANT)) {
            return Optional.of(Guess.of("timestamp"));
        }
        if (all(values, TIME)) {
            return Optional.of(Guess.of("time"));
        }
        for (String day : DAYS) {
            for (String midnight : MIDNIGHTS) {
                if (all(values, day + midnight)) {
                    boolean asWritten = day.equals(ISO) && midnight.isEmpty();
                    return Optional.of(
                            new Guess("date", asWritten ? Optional.empty() : Optional.of(written(day + midnight))));
                }
            }
        }
        return local(values);
    }

    /** Date and time without a zone are read as UTC, and the draft says so. */
    private static Optional<Guess> local(Set<String> values) {
        for (String day : DAYS) {
            for (String separator : List.of("'T'", " ")) {
                for (String time : TIMES) {
                    String pattern = day + separator + time;
                    if (all(values, pattern)) {
                        return Optional.of(new Guess("timestamp", Optional.of(written(pattern) + " UTC")));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Models write the year as people do. */
    private static String written(String pattern) {
        return pattern.replace("uuuu", "yyyy");
    }

    private static boolean all(Set<String> values, Pattern form) {
        return values.stream().allMatch(value -> form.matcher(value).matches());
    }

    private static boolean all(Set<String> values, String pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
        return values.stream().allMatch(value -> parses(format, value));
    }

    private static boolean parses(DateTimeFormatter format, String value) {
        try {
            format.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
