package dev.owlet.runtime.row;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Dates and moments in their usual form of ISO 8601, read where they stand; null for every other. */
final class QuickTimes {
    private static final int DATE = "2026-03-31".length();
    private static final int MINUTES = "2026-03-31T09:30".length();
    private static final int SECONDS = "2026-03-31T09:30:00".length();
    private static final int MICROS_DIGITS = 6;
    private static final int MAX_DIGITS = 9;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int[] POWERS = {1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000};

    private QuickTimes() {}

    /** {@code 2026-03-31}. */
    static @Nullable LocalDate date(char[] text, int from, int to) {
        if (to - from != DATE || text[from + 4] != '-' || text[from + 7] != '-') {
            return null;
        }
        int year = (int) Digits.number(text, from, from + 4);
        int month = (int) Digits.number(text, from + 5, from + 7);
        int day = (int) Digits.number(text, from + 8, to);
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        return day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
    }

    /** {@code 2026-03-31T09:30:00.123456Z}; without seconds, without {@code Z}, or with a space for the {@code T} too. */
    static @Nullable Instant moment(char[] text, int from, int to) {
        int end = to > from && text[to - 1] == 'Z' ? to - 1 : to;
        if (end - from < MINUTES || (text[from + DATE] != 'T' && text[from + DATE] != ' ') || text[from + 13] != ':') {
            return null;
        }
        LocalDate date = date(text, from, from + DATE);
        int hour = (int) Digits.number(text, from + 11, from + 13);
        int minute = (int) Digits.number(text, from + 14, from + MINUTES);
        if (date == null || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return null;
        }
        long atMinute = date.toEpochDay() * SECONDS_OF_DAY + hour * 3600L + minute * 60L;
        return end - from == MINUTES ? Instant.ofEpochSecond(atMinute) : seconds(atMinute, text, from + MINUTES, end);
    }

    private static @Nullable Instant seconds(long atMinute, char[] text, int from, int to) {
        int end = from + SECONDS - MINUTES;
        if (to < end || text[from] != ':') {
            return null;
        }
        int second = (int) Digits.number(text, from + 1, end);
        if (second < 0 || second > 59) {
            return null;
        }
        if (to == end) {
            return Instant.ofEpochSecond(atMinute + second);
        }
        int places = to - end - 1;
        if (text[end] != '.' || places < 1 || places > MAX_DIGITS) {
            return null;
        }
        int kept = Math.min(places, MICROS_DIGITS);
        long fraction = Digits.number(text, end + 1, end + 1 + kept);
        boolean digits = fraction >= 0 && (kept == places || Digits.number(text, end + 1 + kept, to) >= 0);
        return digits ? Instant.ofEpochSecond(atMinute + second, fraction * POWERS[kept]) : null;
    }
}
