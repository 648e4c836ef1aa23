package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import java.util.List;
import java.util.Optional;

/**
 * A field of a concept or a shape.
 *
 * @param name as written; never mangled
 * @param label for people: {@code seen_at} → {@code Seen at}
 * @param type what a value is; constraints on values of a list stand in {@code type} (text lengths) and below (range,
 *     pattern: they hold for every element)
 * @param optional whether the value may be absent
 * @param min lower bound of a number, date, time or timestamp
 * @param max upper bound
 * @param minItems smallest size of a list
 * @param maxItems largest size of a list
 * @param pattern regular expression that the whole text matches; without the slashes
 * @param defaultValue what an absent value becomes
 * @param computed the expression of a computed field; such a field is never entered
 * @param was earlier names, newest first
 * @param description plain text, may be empty, may hold any character
 */
public record Field(
        String name,
        String label,
        FieldType type,
        boolean optional,
        Optional<Bound> min,
        Optional<Bound> max,
        Optional<Integer> minItems,
        Optional<Integer> maxItems,
        Optional<String> pattern,
        Optional<Default> defaultValue,
        Optional<Expr> computed,
        boolean unique,
        boolean search,
        boolean pii,
        List<String> was,
        Optional<String> unit,
        Optional<String> example,
        String description,
        Position at) {

    /**
     * A bound of a range.
     *
     * @param value the literal as written: a number, {@code 1900-01-01}, {@code 2026-01-01T00:00:00Z}, {@code now},
     *     {@code today}; already checked against the field's type
     * @param inclusive false for {@code <} and {@code >}
     */
    public record Bound(String value, boolean inclusive) {}

    /** What an absent value becomes. */
    public sealed interface Default {
        /** A value, as text that the field's type parses; for an enum the value's code. */
        record Literal(String value) implements Default {}

        /** A new UUID, version 7. */
        record NewUuid() implements Default {}

        /** The time of the change. */
        record Now() implements Default {}

        /** The date of the change, in UTC. */
        record Today() implements Default {}

        /** An empty list. */
        record EmptyList() implements Default {}
    }

    /** This field, computed by {@code expr}. */
    Field withComputed(Expr expr) {
        return new Field(
                name,
                label,
                type,
                optional,
                min,
                max,
                minItems,
                maxItems,
                pattern,
                defaultValue,
                Optional.of(expr),
                unique,
                search,
                pii,
                was,
                unit,
                example,
                description,
                at);
    }

    /** Whether this field stands in the record's constructor. */
    public boolean isEntered() {
        return computed.isEmpty();
    }
}
