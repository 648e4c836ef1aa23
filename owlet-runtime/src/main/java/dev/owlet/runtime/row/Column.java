package dev.owlet.runtime.row;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One column of a record type: its name, its type and how a value is taken out of a record. Immutable but for its
 * index, which {@link RowType} sets once.
 *
 * @param <T> the record
 * @param <V> the Java type of the value
 */
public final class Column<T, V> {
    private final String name;
    private final ValueType<V> type;
    private final Function<T, @Nullable V> getter;
    private final boolean optional;
    private final boolean computed;
    private final List<String> was;
    private int index = -1;
    private Supplier<@Nullable V> filling = () -> null;
    private BooleanSupplier filled = () -> filling() != null;

    private Column(
            String name,
            ValueType<V> type,
            Function<T, @Nullable V> getter,
            boolean optional,
            boolean computed,
            List<String> was) {
        this.name = name;
        this.type = type;
        this.getter = getter;
        this.optional = optional;
        this.computed = computed;
        this.was = was;
    }

    public static <T, V> Column<T, V> required(String name, ValueType<V> type, Function<T, @Nullable V> getter) {
        return new Column<>(name, type, getter, false, false, List.of());
    }

    public static <T, V> Column<T, V> optional(String name, ValueType<V> type, Function<T, @Nullable V> getter) {
        return new Column<>(name, type, getter, true, false, List.of());
    }

    /** A column whose value follows from the others: written and read like any, never entered. */
    public static <T, V> Column<T, V> computed(String name, ValueType<V> type, Function<T, @Nullable V> getter) {
        return new Column<>(name, type, getter, true, true, List.of());
    }

    /** Earlier names of this column, still read from files written under them; newest first. */
    public Column<T, V> was(String... names) {
        return new Column<>(name, type, getter, optional, computed, List.of(names));
    }

    /**
     * A column of this column's shape as a column of the outer record, named {@code position.lat}: to filter and to sort
     * by. It is no column of the row type and has no slot in {@link Values}.
     */
    public <X> Column<T, X> nested(Column<V, X> inner) {
        Function<T, @Nullable X> both = row -> {
            V value = get(row);
            return value == null ? null : inner.get(value);
        };
        Column<T, X> nested = new Column<>(
                name + '.' + inner.name,
                inner.type,
                both,
                optional || inner.optional,
                computed || inner.computed,
                List.of());
        nested.filled = () -> isFilled() || inner.isFilled();
        return nested;
    }

    /** Such as {@code seen_at}, or {@code position.lat} for a {@link #nested} one. */
    public String name() {
        return name;
    }

    public ValueType<V> type() {
        return type;
    }

    public @Nullable V get(T row) {
        return getter.apply(row);
    }

    public boolean isOptional() {
        return optional;
    }

    public boolean isComputed() {
        return computed;
    }

    /** What a row that was stored without a value here is read with: {@link Values#fill}; of a nested column null. */
    public @Nullable V filling() {
        return filling.get();
    }

    /** Whether a row that was stored without a value here is read with a default. */
    public boolean isFilled() {
        return filled.getAsBoolean();
    }

    public List<String> was() {
        return was;
    }

    public Filter<T> eq(V value) {
        return new Filter.Compare<>(this, Filter.Op.EQ, value);
    }

    public Filter<T> ne(V value) {
        return new Filter.Compare<>(this, Filter.Op.NE, value);
    }

    public Filter<T> lt(V value) {
        return new Filter.Compare<>(this, Filter.Op.LT, value);
    }

    public Filter<T> lte(V value) {
        return new Filter.Compare<>(this, Filter.Op.LTE, value);
    }

    public Filter<T> gt(V value) {
        return new Filter.Compare<>(this, Filter.Op.GT, value);
    }

    public Filter<T> gte(V value) {
        return new Filter.Compare<>(this, Filter.Op.GTE, value);
    }

    public Filter<T> in(List<V> values) {
        return new Filter.In<>(this, List.copyOf(values));
    }

    /** Text: it has {@code text} within, without case. List: an item equals {@code text} read as one. */
    public Filter<T> contains(String text) {
        Predicate<V> condition = type.containing(text);
        return new Filter.Where<>(row -> {
            V value = get(row);
            return value != null && condition.test(value);
        });
    }

    public Filter<T> isNull() {
        return new Filter.IsNull<>(this, false);
    }

    public Filter<T> isNotNull() {
        return new Filter.IsNull<>(this, true);
    }

    int index() {
        return index;
    }

    /** @param fill what a stored row gets here when it has no value */
    void index(int position, Supplier<@Nullable V> fill) {
        if (index >= 0 && index != position) {
            throw new IllegalStateException("column " + name + " already belongs to a row type");
        }
        index = position;
        filling = fill;
    }

    @Override
    public String toString() {
        return name + " " + type;
    }
}
