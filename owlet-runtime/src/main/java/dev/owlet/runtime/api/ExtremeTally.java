package dev.owlet.runtime.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.owlet.runtime.table.Stored;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The least or the greatest value, in its own JSON form. */
final class ExtremeTally<T, V> implements Tally<T> {
    private final Path<T, V> path;
    private final int sign;
    private @Nullable V best;

    /** @param greatest the greatest value, not the least */
    ExtremeTally(Path<T, V> path, boolean greatest) {
        this.path = path;
        sign = greatest ? 1 : -1;
    }

    @Override
    public void add(Stored<T> row) {
        V value = path.get(row);
        V old = best;
        if (value != null && (old == null || path.type().compare(value, old) * sign > 0)) {
            best = value;
        }
    }

    @Override
    public void write(JsonGenerator out) throws IOException {
        V value = best;
        if (value == null) {
            out.writeNull();
        } else {
            path.type().write(value, out);
        }
    }

    @Override
    public @Nullable BigDecimal rank() {
        return best instanceof Number ? new BigDecimal(best.toString()) : null;
    }
}
