package dev.owlet.runtime.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.owlet.runtime.table.Stored;
import java.io.IOException;
import java.math.BigDecimal;

/** Number of rows. */
final class CountTally<T> implements Tally<T> {
    private long rows;

    @Override
    public void add(Stored<T> row) {
        rows++;
    }

    @Override
    public void write(JsonGenerator out) throws IOException {
        out.writeNumber(rows);
    }

    @Override
    public BigDecimal rank() {
        return BigDecimal.valueOf(rows);
    }

    long rows() {
        return rows;
    }
}
