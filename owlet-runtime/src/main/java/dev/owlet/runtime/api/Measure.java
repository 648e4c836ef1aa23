package dev.owlet.runtime.api;

import dev.owlet.runtime.row.Suggestions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code measure=}: {@code count}, or {@code sum}, {@code avg}, {@code min}, {@code max} of a field ({@code sum:weight}). */
final class Measure {
    private static final List<String> FUNCTIONS = List.of("sum", "avg", "min", "max");

    private Measure() {}

    /** A maker of blank tallies; those of {@code count}, and a fault, when the measure makes no sense. */
    static <T> Supplier<Tally<T>> of(Parameters parameters, Paths<T> paths) {
        String text = parameters.one("measure").filter(t -> !t.isBlank()).orElse("count");
        if (text.equals("count")) {
            return CountTally::new;
        }
        String[] parts = text.split(":", 2);
        if (parts.length < 2 || !FUNCTIONS.contains(parts[0])) {
            parameters
                    .faults()
                    .add("measure", "enum", "must be count, or sum, avg, min or max of a field, such as sum:weight");
            return CountTally::new;
        }
        Optional<Path<T, ?>> path = paths.find(parts[1]);
        if (path.isEmpty()) {
            String near = Suggestions.of(parts[1], paths.names());
            parameters.faults().add("measure", "unknown", "names no field of this concept" + near);
            return CountTally::new;
        }
        return of(parts[0], path.get()).orElseGet(() -> {
            parameters.faults().add("measure", "type", "asks for the " + parts[0] + " of what has none");
            return CountTally::new;
        });
    }

    private static <T, V> Optional<Supplier<Tally<T>>> of(String function, Path<T, V> path) {
        if (function.equals("min") || function.equals("max")) {
            return path.isOrdered()
                    ? Optional.of(() -> new ExtremeTally<>(path, function.equals("max")))
                    : Optional.empty();
        }
        return number(function.equals("avg"), path);
    }

    @SuppressWarnings("unchecked") // the kind of a type tells the Java type of its values
    private static <T> Optional<Supplier<Tally<T>>> number(boolean average, Path<T, ?> path) {
        return switch (path.type().kind()) {
            case INT -> Optional.of(() -> new ExactTally<>((Path<T, Integer>) path, average));
            case LONG -> Optional.of(() -> new ExactTally<>((Path<T, Long>) path, average));
            case DECIMAL -> Optional.of(() -> new ExactTally<>((Path<T, BigDecimal>) path, average));
            case DOUBLE -> Optional.of(() -> new DoubleTally<>((Path<T, Double>) path, average));
            default -> Optional.empty();
        };
    }
}
