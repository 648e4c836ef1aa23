package dev.owlet.runtime.api;

import dev.owlet.runtime.row.Suggestions;
import dev.owlet.runtime.row.ValueType.Kind;
import dev.owlet.runtime.table.Stored;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code by=} and {@code bucket=}: which group a row belongs to.
 *
 * @param key null for a row that belongs to none, for lack of a value
 */
record Grouping<T>(Optional<Path<T, ?>> by, Optional<Bucket> bucket, Function<Stored<T>, @Nullable String> key) {
    /** The one group of a summary that is not grouped. */
    static final String ALL = "all";

    static <T> Grouping<T> of(Parameters parameters, Paths<T> paths) {
        Optional<String> name = parameters.one("by").filter(text -> !text.isBlank());
        Optional<String> word = parameters.one("bucket").filter(text -> !text.isBlank());
        Optional<Bucket> bucket = word.flatMap(Bucket::of);
        if (word.isPresent() && bucket.isEmpty()) {
            parameters.faults().add("bucket", "enum", "must be one of " + String.join(", ", Bucket.words()));
        }
        if (name.isEmpty()) {
            if (bucket.isPresent()) {
                parameters.faults().add("bucket", "conflict", "takes by: the field whose values it gathers");
            }
            return new Grouping<>(Optional.empty(), Optional.empty(), row -> ALL);
        }
        Optional<Path<T, ?>> by = paths.find(name.get());
        if (by.isEmpty()) {
            String near = Suggestions.of(name.get(), paths.names());
            parameters.faults().add("by", "unknown", "names no field of this concept" + near);
        } else if (!by.get().isOrdered()) {
            parameters.faults().add("by", "type", "names \"" + name.get() + "\", whose values cannot be grouped");
        } else if (bucket.isPresent() && !isTime(by.get())) {
            parameters.faults().add("bucket", "type", "is for dates and timestamps, which " + name.get() + " is not");
        }
        return new Grouping<>(
                by, bucket, row -> by.map(path -> key(path, bucket, row)).orElse(null));
    }

    private static boolean isTime(Path<?, ?> path) {
        return path.type().kind() == Kind.DATE || path.type().kind() == Kind.TIMESTAMP;
    }

    private static <T, V> @Nullable String key(Path<T, V> path, Optional<Bucket> bucket, Stored<T> row) {
        V value = path.get(row);
        if (value == null) {
            return null;
        }
        if (bucket.isEmpty()) {
            return path.type().format(value);
        }
        return bucket.get()
                .key(
                        value instanceof Instant instant
                                ? instant.atOffset(ZoneOffset.UTC).toLocalDate()
                                : (LocalDate) value);
    }
}
