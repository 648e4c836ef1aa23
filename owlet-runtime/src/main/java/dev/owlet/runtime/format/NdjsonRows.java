package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.JsonObjects;
import dev.owlet.runtime.csv.NdjsonReader;
import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.row.RowType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** One JSON object a line. */
final class NdjsonRows<T> implements RowReader<T> {
    private final Opening opening;
    private final JsonObjects<T> objects;
    private final NdjsonReader<T> rows;

    NdjsonRows(RowType<T> type, ImportSpec<T> spec, Opening opening, InputStream bytes) {
        this.opening = opening;
        objects = new JsonObjects<>(type, spec);
        rows = NdjsonReader.open(type, objects, bytes);
    }

    @Override
    public FormatReport report() {
        return new FormatReport(
                FileFormat.NDJSON,
                opening.wrapped(),
                opening.part(),
                Optional.of("UTF-8"),
                Optional.empty(),
                List.of(),
                objects.mapped(),
                List.copyOf(objects.unmapped()),
                opening.assumed());
    }

    @Override
    public List<String> cells() {
        return rows.cells();
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
        rows.close();
    }
}
