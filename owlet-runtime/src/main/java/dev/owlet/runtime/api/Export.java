package dev.owlet.runtime.api;

import dev.owlet.runtime.csv.CsvWriter;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code GET /api/{path}/export}: records without system columns, which an import takes back unchanged. */
final class Export<T> {
    private static final List<String> FORMATS = List.of("csv", "ndjson", "parquet");

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
        if (!FORMATS.contains(format)) {
            parameters.faults().add("format", "enum", "must be one of " + String.join(", ", FORMATS));
        }
        List<T> rows = rows(queries.of(parameters));
        return switch (format) {
            case "parquet" -> file(format, "application/vnd.apache.parquet", table.parquet(rows));
            case "ndjson" -> file(format, "application/x-ndjson", ndjson(rows));
            default -> file(format, "text/csv; charset=utf-8", csv(rows));
        };
    }

    private List<T> rows(Query<T> query) {
        try (Stream<Stored<T>> rows = query.rows()) {
            return rows.sorted(query.order()).map(Stored::row).toList();
        }
    }

    private byte[] ndjson(List<T> rows) {
        RowType<T> type = spec.type();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (T row : rows) {
            out.writeBytes(Bodies.bytes(json -> type.write(row, json)));
            out.write('\n');
        }
        return out.toByteArray();
    }

    private byte[] csv(List<T> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter<T> writer = CsvWriter.open(spec.type(), spec.imports(), out)) {
            rows.forEach(writer::write);
        }
        return out.toByteArray();
    }

    /** The name is the concept's path, which the model holds to letters, digits and hyphens. */
    private Response file(String format, String mediaType, byte[] body) {
        String name = spec.path().replace('/', '-') + "." + format;
        return new Response(200, Map.of("content-type", mediaType), body)
                .header("content-disposition", "attachment; filename=\"" + name + "\"");
    }
}
