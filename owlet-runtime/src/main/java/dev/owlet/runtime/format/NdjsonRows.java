package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.JsonObjects;
import dev.owlet.runtime.csv.NdjsonReader;
import dev.owlet.runtime.row.RowType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** One JSON object a line. */
final class NdjsonRows {
    private NdjsonRows() {}

    static <T> RowReader<T> open(RowType<T> type, ImportSpec<T> spec, Opening opening, InputStream bytes) {
        JsonObjects<T> objects = new JsonObjects<>(type, spec);
        return new ReportedRows<>(NdjsonReader.open(type, objects, bytes), () -> report(opening, objects), () -> {});
    }

    private static FormatReport report(Opening opening, JsonObjects<?> objects) {
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
}
