package dev.owlet.runtime.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.owlet.runtime.row.ValueType.Kind;
import dev.owlet.runtime.table.Stored;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Exact sum or average of whole numbers and decimals: nothing is rounded but the average's last place. */
final class ExactTally<T, V extends Number> implements Tally<T> {
    /** An average has so many places more than its values. */
    private static final int MORE_PLACES = 4;

    private static final BigDecimal EXACT_IN_JAVASCRIPT = BigDecimal.valueOf(1L << 53);

    private final Path<T, V> path;
    private final boolean average;
    private BigDecimal sum = BigDecimal.ZERO;
    private long values;

    ExactTally(Path<T, V> path, boolean average) {
        this.path = path;
        this.average = average;
    }

    @Override
    public void add(Stored<T> row) {
        V value = path.get(row);
        if (value != null) {
            sum = sum.add(value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(value.longValue()));
            values++;
        }
    }

    /** Decimals are JSON strings everywhere; a sum of whole numbers is a number, as far as JavaScript's are exact. */
    @Override
    public void write(JsonGenerator out) throws IOException {
        BigDecimal result = rank();
        if (result == null) {
            out.writeNull();
        } else if (average || path.type().kind() == Kind.DECIMAL || result.abs().compareTo(EXACT_IN_JAVASCRIPT) > 0) {
            out.writeString(result.toPlainString());
        } else {
            out.writeNumber(result.longValueExact());
        }
    }

    @Override
    public @Nullable BigDecimal rank() {
        if (values == 0) {
            return null;
        }
        return average
                ? sum.divide(BigDecimal.valueOf(values), sum.scale() + MORE_PLACES, RoundingMode.HALF_EVEN)
                : sum;
    }
}
