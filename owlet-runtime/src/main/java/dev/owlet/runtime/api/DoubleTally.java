package dev.owlet.runtime.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.owlet.runtime.table.Stored;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.DoubleSummaryStatistics;
import org.jspecify.annotations.Nullable;

/** Sum or average of floating-point numbers, with compensated summation. */
final class DoubleTally<T> implements Tally<T> {
    private final Path<T, Double> path;
    private final boolean average;
    private final DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();

    DoubleTally(Path<T, Double> path, boolean average) {
        this.path = path;
        this.average = average;
    }

    @Override
    public void add(Stored<T> row) {
        Double value = path.get(row);
        if (value != null) {
            statistics.accept(value);
        }
    }

    /** A sum beyond the largest double is null: JSON has no infinity. */
    @Override
    public void write(JsonGenerator out) throws IOException {
        BigDecimal result = rank();
        if (result == null) {
            out.writeNull();
        } else {
            out.writeNumber(result.doubleValue());
        }
    }

    @Override
    public @Nullable BigDecimal rank() {
        double result = average ? statistics.getAverage() : statistics.getSum();
        return statistics.getCount() == 0 || !Double.isFinite(result) ? null : BigDecimal.valueOf(result);
    }
}
