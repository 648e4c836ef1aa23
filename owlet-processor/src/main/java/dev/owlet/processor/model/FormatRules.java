package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks formats of uploads: the decimal sign for numbers ({@code ","}), a pattern of {@link DateTimeFormatter} for
 * dates and times, for a timestamp with the name of the zone behind it: {@code dd/MM/yyyy HH:mm Europe/Amsterdam}.
 */
record FormatRules(FieldNames fields, Problems problems) {
    private static final List<String> NUMBERS = List.of("decimal", "double");
    private static final List<String> TIMES = List.of("date", "time", "timestamp");
    private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 11, 22, 13, 45, 59);

    /** @param name of a type, which then means all its fields, or of a field */
    boolean check(Written name, Written format) {
        Optional<String> type = NUMBERS.contains(name.text()) || TIMES.contains(name.text())
                ? Optional.of(name.text())
                : fields.find(name).map(f -> Kind.name(Kind.value(f.type())).replaceAll("\\(.*", ""));
        if (type.isEmpty()) {
            return false;
        }
        if (NUMBERS.contains(type.get())) {
            boolean sign = format.text().equals(",") || format.text().equals(".");
            return sign || bad(format, "Numbers have a decimal comma or point", "Write \",\" or \".\"");
        }
        if (TIMES.contains(type.get())) {
            return time(type.get(), format);
        }
        return bad(name, "%s has no format".formatted(type.get()), "Numbers, dates, times and timestamps have one");
    }

    private boolean time(String type, Written format) {
        String text = format.text();
        int space = text.lastIndexOf(' ');
        boolean zoned = type.equals("timestamp") && space > 0 && isZone(text.substring(space + 1));
        if (readsBack(type, zoned ? text.substring(0, space) : text)) {
            return true;
        }
        return bad(
                format,
                "%s is no pattern for a %s".formatted(Quote.of(text), type),
                "Use letters of Java's DateTimeFormatter, such as dd/MM/yyyy or yyyy-MM-dd HH:mm Europe/Amsterdam");
    }

    /** Whether the pattern keeps what a value needs: of a date year, month and day, of a time the hour. */
    private static boolean readsBack(String type, String pattern) {
        try {
            DateTimeFormatter formatter =
                    DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
            String written = formatter.format(SAMPLE.atZone(ZoneOffset.UTC));
            return switch (type) {
                case "date" -> LocalDate.parse(written, formatter).equals(SAMPLE.toLocalDate());
                case "time" -> LocalTime.parse(written, formatter).getHour() == SAMPLE.getHour();
                default -> LocalDateTime.parse(written, formatter).toLocalDate().equals(SAMPLE.toLocalDate());
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.of(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean bad(Written at, String message, String cure) {
        problems.add(at.at(), ProblemCode.BAD_UPLOAD, message, cure);
        return false;
    }
}
