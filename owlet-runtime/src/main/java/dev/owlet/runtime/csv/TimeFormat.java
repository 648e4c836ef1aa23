package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.ValueType.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates and times by a pattern of {@link DateTimeFormatter}, strictly: 31 February is refused. A timestamp's pattern may
 * end in a time zone (UTC without); a time that the zone skipped is refused, one that came twice is the earlier. A cell
 * in ISO 8601 is understood as well when it does not fit the pattern, which is how values are written that the pattern
 * would cut short.
 */
final class TimeFormat implements CellFormat {
    private static final int ISO_DATE = "2026-03-31".length();

    private final Kind kind;
    private final String pattern;
    private final DateTimeFormatter formatter;
    private final ZoneId zone;

    private TimeFormat(Kind kind, String pattern, DateTimeFormatter formatter, ZoneId zone) {
        this.kind = kind;
        this.pattern = pattern;
        this.formatter = formatter;
        this.zone = zone;
    }

    /**
     * The format of a pattern.
     *
     * @param kind {@code DATE}, {@code TIME} or {@code TIMESTAMP}
     * @throws IllegalArgumentException when the pattern is none
     */
    static TimeFormat of(Kind kind, String pattern) {
        int space = pattern.lastIndexOf(' ');
        if (kind == Kind.TIMESTAMP && space > 0) {
            Optional<ZoneId> zone = zone(pattern.substring(space + 1));
            if (zone.isPresent()) {
                return new TimeFormat(kind, pattern, formatter(pattern.substring(0, space)), zone.get());
            }
        }
        return new TimeFormat(kind, pattern, formatter(pattern), ZoneOffset.UTC);
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(withProlepticYear(pattern))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Strict resolution wants {@code u}; people write {@code y}, which is the year of an era. */
    private static String withProlepticYear(String pattern) {
        StringBuilder out = new StringBuilder();
        boolean literal = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            literal ^= c == '\'';
            out.append(c == 'y' && !literal ? 'u' : c);
        }
        return out.toString();
    }

    @Override
    public Optional<String> read(String cell) {
        String text = cell.strip();
        try {
            return canonical(text);
        } catch (DateTimeException e) {
            return isIso(text) ? Optional.of(text) : Optional.empty();
        }
    }

    private Optional<String> canonical(String text) {
        return switch (kind) {
            case DATE -> Optional.of(LocalDate.from(formatter.parse(text)).toString());
            case TIME -> Optional.of(LocalTime.from(formatter.parse(text)).toString());
            default -> instant(text).map(Instant::toString);
        };
    }

    /** What a sheet has is the time that its people saw. */
    @Override
    public Optional<String> typed(String text) {
        if (kind != Kind.TIMESTAMP) {
            return Optional.of(text);
        }
        try {
            LocalDateTime local =
                    text.length() == ISO_DATE ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
            return instant(local).map(Instant::toString);
        } catch (DateTimeException e) {
            return Optional.of(text);
        }
    }

    private Optional<Instant> instant(String text) {
        TemporalAccessor parsed = formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof OffsetDateTime moment) {
            return Optional.of(moment.toInstant());
        }
        return instant(parsed instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) parsed);
    }

    private Optional<Instant> instant(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? Optional.empty() : Optional.of(local.toInstant(offsets.get(0)));
    }

    /** Exactly as this concept's export writes it: with an offset, where a moment is meant. */
    private boolean isIso(String text) {
        try {
            TemporalAccessor parsed = switch (kind) {
                case DATE -> LocalDate.parse(text);
                case TIME -> LocalTime.parse(text);
                default -> OffsetDateTime.parse(text);
            };
            return parsed != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public String write(String canonical) {
        String cell;
        try {
            cell = formatter.format(temporal(canonical));
        } catch (DateTimeException e) {
            return canonical; // the pattern asks for what the value has not
        }
        return read(cell).filter(back -> isSame(back, canonical)).isPresent() ? cell : canonical;
    }

    private TemporalAccessor temporal(String canonical) {
        return switch (kind) {
            case DATE -> LocalDate.parse(canonical);
            case TIME -> LocalTime.parse(canonical);
            default -> Instant.parse(canonical).atZone(zone);
        };
    }

    private boolean isSame(String a, String b) {
        return kind == Kind.TIME ? LocalTime.parse(a).equals(LocalTime.parse(b)) : a.equals(b);
    }

    @Override
    public String expectation() {
        return "must be a "
                + (kind == Kind.TIMESTAMP ? "date and time" : kind.name().toLowerCase(Locale.ROOT)) + " as in "
                + pattern;
    }
}
