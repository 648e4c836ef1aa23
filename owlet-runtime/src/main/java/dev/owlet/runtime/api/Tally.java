package dev.owlet.runtime.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.owlet.runtime.table.Stored;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is known of the rows of one group so far. */
interface Tally<T> {
    void add(Stored<T> row);

    /** The measure as JSON; null when no row has a value. */
    void write(JsonGenerator out) throws IOException;

    /** By which groups are ranked, the largest first; null when the measure is no number, or none. */
    @Nullable
    BigDecimal rank();
}
