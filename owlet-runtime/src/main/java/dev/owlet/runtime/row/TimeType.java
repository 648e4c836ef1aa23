package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * A time of day without zone, as {@code 09:30:00}, to the microsecond: further digits are cut off. Seconds are always
 * written, so that the texts order as the times do.
 */
final class TimeType extends ScalarType<LocalTime> {
    private static final String EXPECTATION = "must be a time such as 09:30:00";

    TimeType() {
        super(Kind.TIME);
    }

    @Override
    LocalTime strict(JsonNode node) {
        return iso(string(node, EXPECTATION));
    }

    /** {@code 9:30} is taken too. */
    @Override
    public LocalTime parse(String text) {
        String token = token(text, EXPECTATION);
        return iso(token.indexOf(':') == 1 ? "0" + token : token);
    }

    private static LocalTime iso(String text) {
        try {
            return LocalTime.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw BadValueException.type(EXPECTATION);
        }
    }

    @Override
    public void write(LocalTime value, JsonGenerator out) throws IOException {
        out.writeString(format(value));
    }

    @Override
    public String format(LocalTime value) {
        LocalTime micros = value.truncatedTo(ChronoUnit.MICROS);
        String text = micros.toString();
        return text.length() == 5 ? text + ":00" : text; // LocalTime leaves out seconds that are zero
    }

    @Override
    public int compare(LocalTime a, LocalTime b) {
        return a.compareTo(b);
    }
}
