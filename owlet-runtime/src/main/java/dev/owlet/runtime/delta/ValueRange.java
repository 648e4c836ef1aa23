package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.ValueType;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Least and greatest value of one column in one file. Bounds are compared in the order that Parquet has for the stored
 * value, which for UUIDs, times and enums is that of their text, not the order of the type.
 */
final class ValueRange<V> {
    private final Bounds<V, ?> bounds;
    private final boolean mayBeNull;

    private ValueRange(Bounds<V, ?> bounds, boolean mayBeNull) {
        this.bounds = bounds;
        this.mayBeNull = mayBeNull;
    }

    static <V> ValueRange<V> of(Column<?, V> column, JsonNode stats) {
        // a file written under an earlier name has no statistics under this one: nothing is known
        JsonNode min = stats.path("minValues").path(column.name());
        JsonNode max = stats.path("maxValues").path(column.name());
        JsonNode nulls = stats.path("nullCount").path(column.name());
        return new ValueRange<>(bounds(column.type(), min, max), !nulls.isIntegralNumber() || nulls.longValue() != 0);
    }

    private static <V> Bounds<V, ?> bounds(ValueType<V> type, JsonNode min, JsonNode max) {
        return switch (type.kind()) {
            case BOOL, INT, LONG, DOUBLE, DECIMAL, TEXT, DATE ->
                new Bounds<>(parsed(type, min), parsed(type, max), v -> v, type::compare, true);
            case TIMESTAMP ->
                new Bounds<>(parsed(type, min), later(type, parsed(type, max)), v -> v, type::compare, true);
            case UUID, ENUM, TIME ->
                new Bounds<>(
                        parsed(ValueType.text(), min),
                        parsed(ValueType.text(), max),
                        type::format,
                        ValueType.text()::compare,
                        false);
            case JSON, LIST, STRUCT -> new Bounds<V, V>(null, null, v -> v, (unusedA, unusedB) -> 0, false);
        };
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
        return bounds.contain(value);
    }

    /** Whether a value less than or equal to this one may be there. */
    boolean mayReachDown(V value) {
        return bounds.reachDown(value);
    }

    /** Whether a value greater than or equal to this one may be there. */
    boolean mayReachUp(V value) {
        return bounds.reachUp(value);
    }

    boolean mayBeNull() {
        return mayBeNull;
    }

    private record Bounds<V, S>(
            @Nullable S min, @Nullable S max, Function<V, S> stored, Comparator<S> order, boolean ordered) {
        boolean contain(V value) {
            S s = stored.apply(value);
            return (min == null || order.compare(s, min) >= 0) && (max == null || order.compare(s, max) <= 0);
        }

        boolean reachDown(V value) {
            return !ordered || min == null || order.compare(min, stored.apply(value)) <= 0;
        }

        boolean reachUp(V value) {
            return !ordered || max == null || order.compare(max, stored.apply(value)) >= 0;
        }
    }
}
