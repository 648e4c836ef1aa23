package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.csv.ReadRows;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Rows that another reads, with a report.
 *
 * @param after closed after the rows
 */
record ReportedRows<T>(ReadRows<T> rows, Supplier<FormatReport> reports, Closeable after) implements RowReader<T> {
    /** With a report that does not change. */
    static <T> RowReader<T> of(ReadRows<T> rows, FormatReport report) {
        return new ReportedRows<>(rows, () -> report, () -> {});
    }

    /** With one more thing to close. */
    static <T> RowReader<T> closing(RowReader<T> rows, Closeable after) {
        return new ReportedRows<>(rows, rows::report, after);
    }

    @Override
    public FormatReport report() {
        return reports.get();
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
