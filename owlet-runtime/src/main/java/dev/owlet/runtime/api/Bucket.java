package dev.owlet.runtime.api;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Spans of time that rows are grouped by; timestamps fall into those of UTC. */
enum Bucket {
    DAY {
        @Override
        String key(LocalDate day) {
            return day.toString();
        }
    },
    /** ISO 8601 weeks, which start on Monday: {@code 2026-W01}. */
    WEEK {
        @Override
        String key(LocalDate day) {
            return padded(day.get(IsoFields.WEEK_BASED_YEAR), 4) + "-W"
                    + padded(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
        }
    },
    MONTH {
        @Override
        String key(LocalDate day) {
            return padded(day.getYear(), 4) + "-" + padded(day.getMonthValue(), 2);
        }
    },
    /** {@code 2026-Q1}. */
    QUARTER {
        @Override
        String key(LocalDate day) {
            return padded(day.getYear(), 4) + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
        }
    },
    YEAR {
        @Override
        String key(LocalDate day) {
            return padded(day.getYear(), 4);
        }
    };

    /** Sorts as text the way the spans follow each other. */
    abstract String key(LocalDate day);

    static Optional<Bucket> of(String word) {
        return Stream.of(values()).filter(bucket -> bucket.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Stream.of(values()).map(Bucket::word).toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
