package dev.owlet.runtime.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Numbers of a sheet as text. Excel counts with 15 digits and stores what binary fractions make of them. */
final class SheetNumbers {
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int MAX_LENGTH = 40;
    private static final long MILLIS_OF_DAY = 86_400_000;
    private static final LocalDate BEFORE_MARCH_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate FROM_MARCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    /** The first day of the year 10000, which Excel does not have. */
    private static final int DAYS = 2_958_466;

    /** Excel took 1900 for a leap year, as Lotus 1-2-3 did. */
    private static final int MARCH_1900 = 61;

    private SheetNumbers() {}

    /** A number as Excel shows it: 0.1 where 0.10000000000000001 is stored. */
    static String decimal(String stored) {
        String text = stored.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return text;
        }
        try {
            double value = Double.parseDouble(text);
            if (!Double.isFinite(value)) {
                return text;
            }
            BigDecimal shown = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
            return Math.abs(shown.scale()) > MAX_LENGTH ? shown.toString() : shown.toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /**
     * A day, a time of day, or both, in ISO 8601 and to the millisecond: days since 1900 or 1904 with a fraction. What is no
     * date stays the number it is.
     */
    static String moment(String stored, boolean from1904) {
        double value;
        try {
            value = Double.parseDouble(stored.strip());
        } catch (NumberFormatException e) {
            return decimal(stored);
        }
        if (!(value >= 0 && value < DAYS)) {
            return decimal(stored);
        }
        long millis = Math.round(value * MILLIS_OF_DAY);
        long days = millis / MILLIS_OF_DAY;
        LocalTime time = LocalTime.ofNanoOfDay(millis % MILLIS_OF_DAY * 1_000_000);
        if (days == 0 && !from1904) {
            return time.toString();
        }
        LocalDate date = start(days, from1904).plusDays(days);
        return time.equals(LocalTime.MIDNIGHT)
                ? date.toString()
                : LocalDateTime.of(date, time).toString();
    }

    private static LocalDate start(long days, boolean from1904) {
        if (from1904) {
            return FROM_1904;
        }
        return days < MARCH_1900 ? BEFORE_MARCH_1900 : FROM_MARCH_1900;
    }
}
