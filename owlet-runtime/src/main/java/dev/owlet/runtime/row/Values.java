package dev.owlet.runtime.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of one row before they are a record: one slot a column, {@code null} where there is none. */
public final class Values {
    private final String concept;
    private final @Nullable Object[] slots;
    private boolean stored;

    Values(String concept, int columns) {
        this.concept = concept;
        slots = new Object[columns];
    }

    @SuppressWarnings("unchecked") // set() is given the value of the column's own type
    public <V> @Nullable V get(Column<?, V> column) {
        return (V) slots[column.index()];
    }

    /**
     * Gives a column that has no value the one of {@code value}; for defaults. Of a row that was read from storage only
     * the required columns are filled: what was left absent stays absent.
     */
    public <V> void fill(Column<?, V> column, Supplier<V> value) {
        if (get(column) == null && !(stored && column.isOptional())) {
            set(column, value.get());
        }
    }

    /**
     * The value of a column that a record cannot do without.
     *
     * @throws IllegalStateException when there is none: a stored row from before the column was required
     */
    public <V> V require(Column<?, V> column) {
        V value = get(column);
        if (value == null) {
            throw new IllegalStateException("A stored row of " + concept + " has no value for " + column.name()
                    + ", which is required: give the field a default, make it optional, or correct the row.");
        }
        return value;
    }

    /** Says that these values came from storage. */
    void stored() {
        stored = true;
    }

    <V> void set(Column<?, V> column, @Nullable V value) {
        slots[column.index()] = value;
    }

    /** An immutable copy; {@code null} stays {@code null}. */
    public static <V> @Nullable List<V> copy(@Nullable List<V> list) {
        return list == null ? null : List.copyOf(list);
    }

    /** An immutable copy with every value in the form that {@code normal} gives it; {@code null} stays {@code null}. */
    public static <V> @Nullable List<V> copy(@Nullable List<V> list, UnaryOperator<V> normal) {
        return list == null ? null : list.stream().map(normal).collect(Collectors.toUnmodifiableList());
    }

    /**
     * {@code value} with exactly {@code scale} places, so that 12.5 and 12.50 are equal in records; unchanged when that
     * would take rounding, which {@link Violations#decimal} reports.
     */
    public static @Nullable BigDecimal scaled(@Nullable BigDecimal value, int scale) {
        if (value == null
                || value.scale() == scale
                || Numbers.decimalPlaces(value) > scale
                || Numbers.integerDigits(value) > DecimalType.MAX_PRECISION) {
            return value;
        }
        return value.signum() == 0 ? BigDecimal.valueOf(0, scale) : value.setScale(scale);
    }

    /** {@code value} to the microsecond, as it is stored; further digits are cut off. */
    public static @Nullable Instant micros(@Nullable Instant value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.MICROS);
    }
}
