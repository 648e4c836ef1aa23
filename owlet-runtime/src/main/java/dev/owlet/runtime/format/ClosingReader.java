package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.ReadRow;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** The rows of a reader, and what to close after it. */
record ClosingReader<T>(RowReader<T> rows, Closeable after) implements RowReader<T> {
    @Override
    public FormatReport report() {
        return rows.report();
    }

    @Override
    public List<String> cells() {
        return rows.cells();
    }

    @Override
    public Set<Integer> quoted() {
        return rows.quoted();
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public ReadRow<T> next() {
        return rows.next();
    }

    @Override
    public void close() {
        try (after) {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
