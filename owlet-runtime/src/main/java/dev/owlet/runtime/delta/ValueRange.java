package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.owlet.runtime.row.BadValueException;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.ValueType;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Least and greatest value of one column in one file. Bounds are compared in the order that Parquet has for the stored
 * value, which for UUIDs, times and enums is that of their text, not the order of the type.
 */
final class ValueRange<V> {
    private final Bounds<V, ?> bounds;
    private final boolean mayBeNull;
    private final boolean mayBeThere;

    private ValueRange(Bounds<V, ?> bounds, boolean mayBeNull, boolean mayBeThere) {
        this.bounds = bounds;
        this.mayBeNull = mayBeNull;
        this.mayBeThere = mayBeThere;
    }

    /** Of a computed column nothing is known: its values follow from today's model, not from what was stored. */
    static <V> ValueRange<V> of(Column<?, V> column, JsonNode stats, PartitionValues partition) {
        if (column.isComputed()) {
            return unknown();
        }
        return partition.has(column) ? ofPartition(column, partition) : ofStats(column, stats);
    }

    private static <V> ValueRange<V> unknown() {
        return new ValueRange<>(Bounds.none(), true, true);
    }

    private static <V> ValueRange<V> ofPartition(Column<?, V> column, PartitionValues partition) {
        try {
            V value = partition.get(column);
            if (value != null) {
                return new ValueRange<>(Bounds.exactly(column.type(), value), false, true);
            }
            return column.isFilled() ? unknown() : new ValueRange<>(Bounds.none(), true, false);
        } catch (BadValueException e) {
            return unknown(); // reading the file says what is wrong
        }
    }

    private static <V> ValueRange<V> ofStats(Column<?, V> column, JsonNode stats) {
        // a file written under an earlier name has no statistics under this one: nothing is known
        JsonNode nulls = at(stats.path("nullCount"), column);
        boolean mayBeNull = !nulls.isIntegralNumber() || nulls.longValue() != 0;
        if (mayBeNull && column.isFilled()) {
            return unknown(); // what is stored as null is read as something else
        }
        JsonNode min = at(stats.path("minValues"), column);
        JsonNode max = at(stats.path("maxValues"), column);
        boolean onlyNull = mayBeNull && nulls.isIntegralNumber() && nulls.equals(stats.path("numRecords"));
        return new ValueRange<>(bounds(column.type(), min, max), mayBeNull, !onlyNull);
    }

    private static JsonNode at(JsonNode stats, Column<?, ?> column) {
        JsonNode node = stats;
        for (String part : column.name().split("\\.", -1)) {
            node = node.path(part);
        }
        return node;
    }

    private static <V> Bounds<V, ?> bounds(ValueType<V> type, JsonNode min, JsonNode max) {
        return switch (type.kind()) {
            case BOOL, INT, LONG, DOUBLE, DECIMAL, TEXT, DATE ->
                new Bounds<>(parsed(type, min), parsed(type, max), v -> v, type::compare, true);
            case TIMESTAMP ->
                new Bounds<>(parsed(type, min), later(type, parsed(type, max)), v -> v, type::compare, true);
            case ENUM -> new Bounds<>(text(min), text(max), type::format, ValueType.text()::compare, false);
            case TIME ->
                new Bounds<>(
                        canonical(type, min), canonical(type, max), type::format, ValueType.text()::compare, false);
            case UUID -> uuids(type, min, max);
            case JSON, LIST, STRUCT -> Bounds.none();
        };
    }

    /** In whichever case another engine wrote a UUID, its text is not before the one in capitals. */
    private static <V> Bounds<V, String> uuids(ValueType<V> type, JsonNode min, JsonNode max) {
        Function<V, String> capitals = value -> type.format(value).toUpperCase(Locale.ROOT);
        return new Bounds<>(text(min), text(max), type::format, capitals, ValueType.text()::compare, false);
    }

    private static @Nullable String text(JsonNode node) {
        return parsed(ValueType.text(), node);
    }

    /** Null where a bound is written otherwise than here, as {@code 09:30}: others may be, too. */
    private static <V> @Nullable String canonical(ValueType<V> type, JsonNode node) {
        V value = parsed(type, node);
        String text = text(node);
        return value != null && type.format(value).equals(text) ? text : null;
    }

    private static <S> @Nullable S parsed(ValueType<S> type, JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            return null;
        }
        try {
            return type.parse(node.asText());
        } catch (IllegalArgumentException e) {
            return null; // another engine's notation: not understood, so not used
        }
    }

    /**
     * Spark cuts the greatest time to milliseconds; its rows may be up to a millisecond later. No bound at the end of the
     * year 9999, a common word for "open end": a millisecond later is no time of ours any more.
     */
    private static <V> @Nullable V later(ValueType<V> type, @Nullable V max) {
        return max instanceof Instant time
                ? parsed(type, TextNode.valueOf(time.plusMillis(1).toString()))
                : null;
    }

    boolean mayContain(V value) {
        return mayBeThere && bounds.contain(value);
    }

    /** Whether a value less than or equal to this one may be there. */
    boolean mayReachDown(V value) {
        return mayBeThere && bounds.reachDown(value);
    }

    /** Whether a value greater than or equal to this one may be there. */
    boolean mayReachUp(V value) {
        return mayBeThere && bounds.reachUp(value);
    }

    boolean mayBeNull() {
        return mayBeNull;
    }

    /** Whether any value that is not null may be there. */
    boolean mayBeThere() {
        return mayBeThere;
    }

    private record Bounds<V, S>(
            @Nullable S min,
            @Nullable S max,
            Function<V, S> stored,
            Function<V, S> least,
            Comparator<S> order,
            boolean ordered) {
        /** @param ordered whether the order is that of the type */
        Bounds(@Nullable S min, @Nullable S max, Function<V, S> stored, Comparator<S> order, boolean ordered) {
            this(min, max, stored, stored, order, ordered);
        }

        static <V> Bounds<V, V> none() {
            return new Bounds<>(null, null, v -> v, (unusedA, unusedB) -> 0, false);
        }

        static <V> Bounds<V, V> exactly(ValueType<V> type, V value) {
            return new Bounds<>(value, value, v -> v, type::compare, true);
        }

        boolean contain(V value) {
            return (min == null || order.compare(stored.apply(value), min) >= 0)
                    && (max == null || order.compare(least.apply(value), max) <= 0);
        }

        boolean reachDown(V value) {
            return !ordered || min == null || order.compare(min, stored.apply(value)) <= 0;
        }

        boolean reachUp(V value) {
            return !ordered || max == null || order.compare(max, stored.apply(value)) >= 0;
        }
    }
}
