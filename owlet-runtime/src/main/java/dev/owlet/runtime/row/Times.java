package dev.owlet.runtime.row;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;

/** Dates with times, as files have them. */
final class Times {
    /** {@code 2026-03-31T09:30[:00[.123]][Z|+01:00|+0100|+01]}; the separator may be a space. */
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    /** A moment; without an offset it is in UTC, and without a time it is midnight. */
    static OffsetDateTime moment(String token, String expectation) {
        TemporalAccessor parsed = parse(token, expectation);
        return parsed instanceof OffsetDateTime moment ? moment : ((LocalDateTime) parsed).atOffset(ZoneOffset.UTC);
    }

    /** A date and time without regard to an offset. */
    static LocalDateTime local(String token, String expectation) {
        TemporalAccessor parsed = parse(token, expectation);
        return parsed instanceof OffsetDateTime moment ? moment.toLocalDateTime() : (LocalDateTime) parsed;
    }

    private static TemporalAccessor parse(String token, String expectation) {
        try {
            return LENIENT.parseBest(separated(token), OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException e) {
            throw BadValueException.type(expectation);
        }
    }

    private static String separated(String token) {
        if (token.length() == 10) {
            return token + "T00:00";
        }
        if (token.length() > 10 && token.charAt(10) == ' ') {
            return token.substring(0, 10) + 'T' + token.substring(11);
        }
        return token;
    }
}
