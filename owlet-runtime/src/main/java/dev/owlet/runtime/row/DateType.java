package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A day of the years 0001 to 9999, as {@code 2026-03-31}. Text may add a midnight, as databases export dates. */
final class DateType extends ScalarType<LocalDate> {
    private static final String EXPECTATION = "must be a date such as 2026-03-31";

    DateType() {
        super(Kind.DATE);
    }

    @Override
    LocalDate strict(JsonNode node) {
        return iso(string(node, EXPECTATION));
    }

    @Override
    public LocalDate parse(String text) {
        String token = token(text, EXPECTATION);
        if (token.length() <= 10) {
            return iso(token);
        }
        LocalDateTime moment = Times.local(token, EXPECTATION);
        if (!moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw BadValueException.type(EXPECTATION + ", without a time of day");
        }
        return bounded(moment.toLocalDate());
    }

    @Override
    public @Nullable LocalDate quick(char[] text, int from, int to) {
        return QuickTimes.date(text, from, to);
    }

    private static LocalDate iso(String text) {
        if (text.length() != 10) {
            throw BadValueException.type(EXPECTATION);
        }
        try {
            return bounded(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw BadValueException.type(EXPECTATION);
        }
    }

    static LocalDate bounded(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw BadValueException.type("must be a date of the years 0001 to 9999");
        }
        return date;
    }

    @Override
    public void write(LocalDate value, JsonGenerator out) throws IOException {
        out.writeString(value.toString());
    }

    @Override
    public String format(LocalDate value) {
        return value.toString();
    }

    @Override
    public int compare(LocalDate a, LocalDate b) {
        return a.compareTo(b);
    }
}
