package dev.owlet.runtime.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.csv.CsvReader;
import dev.owlet.runtime.csv.NdjsonReader;
import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.csv.UnreadableFileException;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.row.ValueType.Mode;
import dev.owlet.runtime.row.Violations;
import dev.owlet.runtime.table.TableSpec;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a batch.
 *
 * @param upsert whether rows with a known key take the place of theirs
 * @param unmapped headings of a CSV file that are no field's; their cells were not read
 */
record BatchRows<T>(boolean upsert, List<Draft<T>> drafts, List<String> unmapped) {
    /** A body of 5 MB could hold millions of rows, every one a fault to list. */
    private static final int MAX_ROWS = 100_000;

    private static final List<String> TYPES = List.of("application/json", "application/x-ndjson", "text/csv");
    private static final List<String> MODES = List.of("insert", "upsert");

    /** JSON is taken strictly, as single rows are; NDJSON and CSV are files, which an import converts. */
    static <T> BatchRows<T> of(Request request, TableSpec<T> spec) {
        Parameters parameters = new Parameters(request);
        Optional<String> mode = parameters.one("mode");
        parameters.finish();
        return switch (Bodies.mediaType(request)) {
            case "application/json" -> json(request, spec, mode);
            case "application/x-ndjson" ->
                new BatchRows<>(isUpsert(mode), ndjson(new ByteArrayInputStream(request.body()), spec), List.of());
            case "text/csv" -> csv(new ByteArrayInputStream(request.body()), spec, isUpsert(mode));
            default -> throw Bodies.unsupported(request, TYPES);
        };
    }

    private static <T> BatchRows<T> json(Request request, TableSpec<T> spec, Optional<String> parameter) {
        ObjectNode body = Bodies.object(request, TYPES);
        Violations faults = new Violations();
        for (String name : (Iterable<String>) body::fieldNames) {
            if (!name.equals("mode") && !name.equals("rows")) {
                faults.add("/" + name, "unknown", "is no part of a batch: it has mode and rows");
            }
        }
        JsonNode rows = body.path("rows");
        if (!rows.isArray()) {
            faults.add("/rows", "type", "must be a list of rows");
        }
        Faults.refuse(faults);
        bounded(rows.size());
        Optional<String> mode = body.has("mode") ? Optional.of(body.get("mode").asText()) : parameter;
        List<Draft<T>> drafts = new ArrayList<>(rows.size());
        rows.forEach(row -> drafts.add(Draft.read(spec.type(), row, Mode.STRICT)));
        return new BatchRows<>(isUpsert(mode), drafts, List.of());
    }

    private static <T> List<Draft<T>> drafts(Iterator<ReadRow<T>> rows) {
        List<Draft<T>> drafts = new ArrayList<>();
        while (rows.hasNext()) {
            bounded(drafts.size() + 1);
            drafts.add(Draft.of(rows.next()));
        }
        return drafts;
    }

    private static <T> BatchRows<T> csv(InputStream body, TableSpec<T> spec, boolean upsert) {
        try (CsvReader<T> reader = CsvReader.open(spec.type(), spec.imports(), body)) {
            return new BatchRows<>(upsert, drafts(reader), reader.report().unmapped());
        } catch (UnreadableFileException e) {
            throw new ProblemException(400, String.valueOf(e.getMessage()));
        }
    }

    private static <T> List<Draft<T>> ndjson(InputStream body, TableSpec<T> spec) {
        try (NdjsonReader<T> reader = NdjsonReader.open(spec.type(), body)) {
            return drafts(reader);
        }
    }

    private static void bounded(int rows) {
        if (rows > MAX_ROWS) {
            throw new ProblemException(413, "A batch has at most " + MAX_ROWS + " rows. Send it in parts.");
        }
    }

    private static boolean isUpsert(Optional<String> mode) {
        String word = mode.orElse("insert");
        if (!MODES.contains(word)) {
            Violations faults = new Violations();
            faults.add("mode", "enum", "must be insert or upsert");
            Faults.refuse(faults);
        }
        return word.equals("upsert");
    }
}
