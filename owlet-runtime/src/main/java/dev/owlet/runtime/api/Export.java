package dev.owlet.runtime.api;

import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code GET /api/{path}/export}: records without system columns, which an import takes back unchanged. */
final class Export<T> {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "csv", "text/csv; charset=utf-8",
            "ndjson", "application/x-ndjson",
            "parquet", "application/vnd.apache.parquet");

    private final Table<T> table;
    private final TableSpec<T> spec;
    private final Queries<T> queries;

    Export(Table<T> table, Queries<T> queries) {
        this.table = table;
        spec = table.spec();
        this.queries = queries;
    }

    Response answer(Request request) {
        Parameters parameters = new Parameters(request);
        String format = parameters.one("format").orElse("csv");
        if (!TableExport.FORMATS.contains(format)) {
            parameters.faults().add("format", "enum", "must be one of " + String.join(", ", TableExport.FORMATS));
        }
        List<T> rows = rows(queries.of(parameters));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            TableExport.write(table, rows, format, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(format, String.valueOf(MEDIA_TYPES.get(format)), body.toByteArray());
    }

    private List<T> rows(Query<T> query) {
        try (Stream<Stored<T>> rows = query.rows()) {
            return rows.sorted(query.order()).map(Stored::row).toList();
        }
    }

    /** The name is the concept's path, which the model holds to letters, digits and hyphens. */
    private Response file(String format, String mediaType, byte[] body) {
        String name = spec.path().replace('/', '-') + "." + format;
        return new Response(200, Map.of("content-type", mediaType), body)
                .header("content-disposition", "attachment; filename=\"" + name + "\"");
    }
}
