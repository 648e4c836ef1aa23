package dev.owlet.processor.infer;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns of numbers. A leading zero makes a code, not a number. */
final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d*");
    private static final Pattern POINT = Pattern.compile("-?(0|[1-9]\\d*)(?:\\.(\\d+))?");
    private static final Pattern COMMA = Pattern.compile("-?(0|[1-9]\\d*)(?:,(\\d+))?");
    private static final Pattern FLOAT = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    private static final int MAX_PRECISION = 38;

    /** More places than people write down: a measurement that a program computed. */
    private static final int MAX_SCALE = 12;

    /** Digits before the point beyond the most seen so far. */
    private static final int ROOM = 2;

    private Numbers() {}

    /** @param commas whether a comma may stand for the decimal point */
    static Optional<Guess> guess(Set<String> values, boolean commas) {
        if (all(values, WHOLE)) {
            return whole(values);
        }
        if (all(values, POINT)) {
            return Optional.of(decimal(values, POINT).orElse(Guess.of("double")));
        }
        if (commas && all(values, COMMA)) {
            return decimal(values, COMMA).map(guess -> new Guess(guess.type(), Optional.of("decimal: \",\"")));
        }
        return all(values, FLOAT) ? Optional.of(Guess.of("double")) : Optional.empty();
    }

    private static Optional<Guess> whole(Set<String> values) {
        int bits = values.stream()
                .mapToInt(v -> new BigInteger(v).bitLength())
                .max()
                .orElse(0);
        if (bits > Long.SIZE - 1) {
            return decimal(values, POINT);
        }
        return Optional.of(Guess.of(bits > Integer.SIZE - 1 ? "long" : "int"));
    }

    private static Optional<Guess> decimal(Set<String> values, Pattern form) {
        int whole = 0;
        int places = 0;
        for (String value : values) {
            Matcher matcher = form.matcher(value);
            if (matcher.matches()) {
                whole = Math.max(whole, matcher.group(1).length());
                places = Math.max(
                        places, matcher.group(2) == null ? 0 : matcher.group(2).length());
            }
        }
        if (whole + places > MAX_PRECISION || places > MAX_SCALE) {
            return Optional.empty();
        }
        return Optional.of(
                Guess.of("decimal(%s,%s)".formatted(Math.min(MAX_PRECISION, whole + places + ROOM), places)));
    }

    private static boolean all(Set<String> values, Pattern form) {
        return values.stream()
                .allMatch(value -> value.length() <= 400 && form.matcher(value).matches());
    }
}
