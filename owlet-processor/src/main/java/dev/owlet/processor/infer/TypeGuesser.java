package dev.owlet.processor.infer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the narrowest type that every value of a column has. */
final class TypeGuesser {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+");

    /** Lengths that people choose: the draft leaves room without inviting anything. */
    private static final List<Integer> LENGTHS =
            List.of(5, 10, 20, 40, 60, 80, 120, 200, 300, 500, 1000, 2000, 4000, 10_000);

    private TypeGuesser() {}

    static Guess guess(Column column) {
        if (column.heading().isNested()) {
            return Guess.of("json");
        }
        if (column.values().isEmpty()) {
            return Guess.of("text");
        }
        return narrow(column).orElseGet(() -> text(column));
    }

    private static Optional<Guess> narrow(Column column) {
        Set<String> values = column.distinct();
        if (!column.heading().isText()) {
            if (Set.of("true", "false").containsAll(values)) {
                return Optional.of(Guess.of("bool"));
            }
            Optional<Guess> number = Numbers.guess(values, column.heading().commas());
            if (number.isPresent()) {
                return number;
            }
        }
        return Dates.guess(values).or(() -> formed(values));
    }

    private static Optional<Guess> formed(Set<String> values) {
        if (all(values, UUID)) {
            return Optional.of(Guess.of("uuid"));
        }
        if (all(values, EMAIL)) {
            return Optional.of(Guess.of("email"));
        }
        return all(values, URL) ? Optional.of(Guess.of("url")) : Optional.empty();
    }

    private static Guess text(Column column) {
        int longest = column.longest();
        boolean code = column.shortest() == longest && column.values().size() >= 5 && longest <= 20;
        if (code) {
            return Guess.of("text(%s..%s)".formatted(longest, longest));
        }
        return LENGTHS.stream()
                .filter(length -> length >= longest)
                .findFirst()
                .map(length -> Guess.of("text(" + length + ")"))
                .orElse(Guess.of("text"));
    }

    private static boolean all(Set<String> values, Pattern form) {
        return values.stream()
                .allMatch(value -> value.length() <= 2000 && form.matcher(value).matches());
    }
}
