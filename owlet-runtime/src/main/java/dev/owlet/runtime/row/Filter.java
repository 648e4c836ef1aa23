package dev.owlet.runtime.row;

import java.util.List;

/**
 * A condition on rows. The tree is open to readers (partition pruning and file skipping look into it); {@link #test}
 * decides for one row. As in SQL, a comparison with an absent value does not hold.
 */
public sealed interface Filter<T> {
    boolean test(T row);

    enum Op {
        EQ,
        NE,
        LT,
        LTE,
        GT,
        GTE
    }

    record Compare<T, V>(Column<T, V> column, Op op, V value) implements Filter<T> {
        @Override
        public boolean test(T row) {
            V actual = column.get(row);
            if (actual == null) {
                return false;
            }
            int order = column.type().compare(actual, value);
            return switch (op) {
                case EQ -> order == 0;
                case NE -> order != 0;
                case LT -> order < 0;
                case LTE -> order <= 0;
                case GT -> order > 0;
                case GTE -> order >= 0;
            };
        }
    }

    record In<T, V>(Column<T, V> column, List<V> values) implements Filter<T> {
        @Override
        public boolean test(T row) {
            V actual = column.get(row);
            return actual != null && values.stream().anyMatch(v -> column.type().compare(actual, v) == 0);
        }
    }

    record IsNull<T>(Column<T, ?> column, boolean negated) implements Filter<T> {
        @Override
        public boolean test(T row) {
            return (column.get(row) == null) != negated;
        }
    }

    /** Any other condition, opaque to readers: a nested path, a text search. */
    record Where<T>(java.util.function.Predicate<T> predicate) implements Filter<T> {
        @Override
        public boolean test(T row) {
            return predicate.test(row);
        }
    }

    record All<T>(List<Filter<T>> filters) implements Filter<T> {
        @Override
        public boolean test(T row) {
            return filters.stream().allMatch(f -> f.test(row));
        }
    }

    record Any<T>(List<Filter<T>> filters) implements Filter<T> {
        @Override
        public boolean test(T row) {
            return filters.stream().anyMatch(f -> f.test(row));
        }
    }

    static <T> Filter<T> all() {
        return new All<>(List.of());
    }

    default Filter<T> and(Filter<T> other) {
        return new All<>(List.of(this, other));
    }

    default Filter<T> or(Filter<T> other) {
        return new Any<>(List.of(this, other));
    }
}
