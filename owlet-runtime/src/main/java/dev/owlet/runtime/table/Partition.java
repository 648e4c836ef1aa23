package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.ValueType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * By what the rows of a table are divided into folders.
 *
 * @param source a column that every row has a value in; a date or a timestamp unless {@code unit} is {@code VALUE}
 * @param unit what of the value makes the folder
 */
public record Partition<T>(Column<T, ?> source, Unit unit) {
    /** What is taken of a column's value; of timestamps in UTC. */
    public enum Unit {
        /** The value itself. */
        VALUE,
        YEAR,
        MONTH,
        DAY
    }

    /**
     * The partition column: the source itself, or one beside it such as {@code _seen_at_year}, whose value follows.
     * Years are integers, months text such as {@code 2026-03}, days dates.
     */
    Column<T, ?> column() {
        return switch (unit) {
            case VALUE -> source;
            case YEAR -> Column.<T, Integer>computed(name(), ValueType.integer(), row -> day(row).getYear());
            case MONTH ->
                Column.<T, String>computed(
                        name(),
                        ValueType.text(),
                        row -> YearMonth.from(day(row)).toString());
            case DAY -> Column.<T, LocalDate>computed(name(), ValueType.date(), this::day);
        };
    }

    private String name() {
        return "_" + source.name() + "_" + unit.name().toLowerCase(Locale.ROOT);
    }

    private LocalDate day(T row) {
        @Nullable Object value = source.get(row);
        if (value instanceof Instant time) {
            return LocalDate.ofInstant(time, ZoneOffset.UTC);
        }
        if (value instanceof LocalDate day) {
            return day;
        }
        throw new IllegalStateException(source.name() + " holds no date to divide by: " + value);
    }
}
