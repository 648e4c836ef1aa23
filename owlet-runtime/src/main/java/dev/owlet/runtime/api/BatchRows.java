package dev.owlet.runtime.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.row.ValueType.Mode;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.row.Violations;
import dev.owlet.runtime.table.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a batch.
 *
 * @param upsert whether rows with a known key take the place of theirs
 */
record BatchRows<T>(boolean upsert, List<Draft<T>> drafts) {
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
            case "application/x-ndjson" -> new BatchRows<>(isUpsert(mode), ndjson(request.body(), spec));
            case "text/csv" -> new BatchRows<>(isUpsert(mode), csv(request.body(), spec));
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
        return new BatchRows<>(isUpsert(mode), drafts);
    }

    /** One JSON object a line; blank lines are passed over, and do not count. */
    private static <T> List<Draft<T>> ndjson(byte[] body, TableSpec<T> spec) {
        List<Draft<T>> drafts = new ArrayList<>();
        int line = 0;
        for (int start = 0; start < body.length; line++) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            byte[] bytes = Arrays.copyOfRange(body, start, end);
            if (!isBlank(bytes)) {
                bounded(drafts.size() + 1);
                drafts.add(ndjson(bytes, line, spec));
            }
            start = end + 1;
        }
        return drafts;
    }

    private static <T> Draft<T> ndjson(byte[] bytes, int line, TableSpec<T> spec) {
        try {
            return Draft.read(spec.type(), Bodies.parse(bytes, line), Mode.IMPORT);
        } catch (ProblemException e) {
            return new Draft<>(null, null, List.of(new Violation("", "json", e.detail())));
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private static <T> List<Draft<T>> csv(byte[] body, TableSpec<T> spec) {
        throw new ProblemException(415, "CSV is not taken yet.");
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
