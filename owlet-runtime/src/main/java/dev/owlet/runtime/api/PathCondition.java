package dev.owlet.runtime.api;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.ListType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.ValueType.Kind;
import dev.owlet.runtime.table.Stored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Conditions on one path. What does not fit its type is an {@link IllegalArgumentException} with a sentence. */
final class PathCondition<T, V> {
    private final Path<T, V> path;

    PathCondition(Path<T, V> path) {
        this.path = path;
    }

    /** @param texts the parameter's values, in order; those of several parameters of one name */
    Condition<T> of(Comparison comparison, List<String> texts) {
        return switch (comparison) {
            case EQ -> texts.size() == 1 ? equal(texts.get(0)) : any(texts);
            case IN ->
                any(texts.stream()
                        .flatMap(text -> Arrays.stream(text.split(",", -1)))
                        .toList());
            default -> all(comparison, texts);
        };
    }

    private Condition<T> all(Comparison comparison, List<String> texts) {
        Condition<T> all = Condition.none();
        for (String text : texts) {
            all = all.and(single(comparison, text));
        }
        return all;
    }

    private Condition<T> single(Comparison comparison, String text) {
        return switch (comparison) {
            case NULL -> absent(text);
            case CONTAINS -> contains(text);
            case NE -> compare(Filter.Op.NE, text);
            case LT -> compare(Filter.Op.LT, text);
            case LTE -> compare(Filter.Op.LTE, text);
            case GT -> compare(Filter.Op.GT, text);
            case GTE -> compare(Filter.Op.GTE, text);
            case EQ, IN -> equal(text);
        };
    }

    private Condition<T> absent(String text) {
        boolean wanted = ValueType.bool().parse(text);
        return path.column()
                .map(column -> Condition.of(wanted ? column.isNull() : column.isNotNull()))
                .orElseGet(() -> Condition.of((Stored<T> row) -> (path.get(row) == null) == wanted));
    }

    private Condition<T> contains(String text) {
        if (path.type() instanceof ListType<?>) {
            return element(text);
        }
        if (path.type().kind() != Kind.TEXT) {
            throw new IllegalArgumentException("cannot be searched: contains is for text and lists");
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        return Condition.of((Stored<T> row) -> {
            String actual = path.text(row);
            return actual != null && actual.toLowerCase(Locale.ROOT).contains(wanted);
        });
    }

    private Condition<T> equal(String text) {
        return path.type() instanceof ListType<?> ? element(text) : compare(Filter.Op.EQ, text);
    }

    private Condition<T> any(List<String> texts) {
        if (path.type() instanceof ListType<?> || texts.stream().anyMatch(this::isDay)) {
            List<Condition<T>> each = texts.stream().map(this::equal).toList();
            return Condition.of((Stored<T> row) -> each.stream().anyMatch(one -> one.test(row)));
        }
        requireComparable();
        List<V> values = new ArrayList<>();
        for (String text : texts) {
            values.add(path.type().parse(text));
        }
        return path.column()
                .map(column -> Condition.of(column.in(values)))
                .orElseGet(() -> Condition.of(
                        (Stored<T> row) -> values.stream().anyMatch(value -> holds(Filter.Op.EQ, value, row))));
    }

    private Condition<T> compare(Filter.Op op, String text) {
        requireComparable();
        if (isDay(text)) {
            return new DayCondition<>(this, text).of(op);
        }
        return compareTo(op, path.type().parse(text));
    }

    Condition<T> compareTo(Filter.Op op, V value) {
        if (path.column().isPresent()) {
            Column<T, V> column = path.column().get();
            return Condition.of(new Filter.Compare<>(column, op, value));
        }
        return Condition.of((Stored<T> row) -> holds(op, value, row));
    }

    V parse(String text) {
        return path.type().parse(text);
    }

    private boolean holds(Filter.Op op, V value, Stored<T> row) {
        V actual = path.get(row);
        if (actual == null) {
            return false;
        }
        int order = path.type().compare(actual, value);
        return switch (op) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LTE -> order <= 0;
            case GT -> order > 0;
            case GTE -> order >= 0;
        };
    }

    /** A list that has an element; values of equal text are equal. */
    private Condition<T> element(String text) {
        ValueType<?> element = ((ListType<?>) path.type()).element();
        Predicate<Object> matches = matching(element, text);
        return Condition.of((Stored<T> row) ->
                path.get(row) instanceof List<?> list && list.stream().anyMatch(matches));
    }

    @SuppressWarnings("unchecked") // the elements of a list are of its element type
    private static <E> Predicate<Object> matching(ValueType<E> type, String text) {
        E wanted = type.parse(text);
        return actual -> type.compare((E) actual, wanted) == 0;
    }

    private boolean isDay(String text) {
        return path.type().kind() == Kind.TIMESTAMP && text.length() == DayCondition.LENGTH;
    }

    private void requireComparable() {
        if (!path.isOrdered()) {
            throw new IllegalArgumentException(
                    path.type() instanceof ListType<?>
                            ? "is a list: ask by " + path.name() + "=, .in, .contains or .null"
                            : "has no order: ask by " + path.name() + ".null"
                                    + (path.type().kind() == Kind.STRUCT ? ", or by one of its parts" : ""));
        }
    }
}
