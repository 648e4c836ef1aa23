package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An instant of the years 0001 to 9999 (UTC), to the microsecond: further digits are cut off, never rounded up, so that
 * what was not in the future does not come to be. Written in UTC ({@code 2026-03-31T09:30:00Z}). The API wants an offset
 * (RFC 3339, section 5.6); text may go without, which means UTC.
 */
final class TimestampType extends ScalarType<Instant> {
    private static final String EXPECTATION = "must be a date and time with offset such as 2026-03-31T09:30:00Z";
    private static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999Z");

    TimestampType() {
        super(Kind.TIMESTAMP);
    }

    @Override
    Instant strict(JsonNode node) {
        try {
            return bounded(OffsetDateTime.parse(string(node, EXPECTATION)).toInstant());
        } catch (DateTimeException e) {
            throw BadValueException.type(EXPECTATION);
        }
    }

    @Override
    public Instant parse(String text) {
        return bounded(Times.moment(token(text, EXPECTATION), EXPECTATION).toInstant());
    }

    @Override
    public @Nullable Instant quick(char[] text, int from, int to) {
        return QuickTimes.moment(text, from, to);
    }

    static Instant bounded(Instant instant) {
        Instant micros = instant.truncatedTo(ChronoUnit.MICROS);
        if (micros.isBefore(MIN) || micros.isAfter(MAX)) {
            throw BadValueException.type("must be a date and time of the years 0001 to 9999");
        }
        return micros;
    }

    @Override
    public void write(Instant value, JsonGenerator out) throws IOException {
        out.writeString(format(value));
    }

    @Override
    public String format(Instant value) {
        return value.truncatedTo(ChronoUnit.MICROS).toString();
    }

    @Override
    public int compare(Instant a, Instant b) {
        return a.compareTo(b);
    }
}
