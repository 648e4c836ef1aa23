package dev.owlet.runtime.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Problems;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.table.Outcome;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What became of one change, as a response. */
final class Outcomes<T> {
    private final TableSpec<T> spec;
    private final Keys<T> keys;
    private final RowJson<T> json;

    Outcomes(TableSpec<T> spec, Keys<T> keys, RowJson<T> json) {
        this.spec = spec;
        this.keys = keys;
        this.json = json;
    }

    Response of(Outcome<T> outcome, Request request) {
        if (outcome instanceof Outcome.Created<T> created) {
            String location =
                    "/api/" + spec.path() + "/" + keys.segment(created.stored().row());
            return row(201, created.stored(), request).header("location", location);
        }
        if (outcome instanceof Outcome.Updated<T> updated) {
            return row(200, updated.stored(), request);
        }
        if (outcome instanceof Outcome.Deleted) {
            return Response.empty(204);
        }
        if (outcome instanceof Outcome.Stale<T> stale) {
            return stale(stale.current(), request);
        }
        if (outcome instanceof Outcome.Rejected<T> rejected) {
            throw refused(rejected.violations(), request);
        }
        throw keys.missing(request);
    }

    Response row(int status, Stored<T> row, Request request) {
        return row(status, row, Selection.ALL, request);
    }

    Response row(int status, Stored<T> row, Selection fields, Request request) {
        return Response.json(status, bytes(row, fields, request)).header("etag", row.etag());
    }

    private static ProblemException refused(List<Violation> violations, Request request) {
        return request.method().equals("DELETE")
                ? new ProblemException(409, Faults.sentence(violations), violations)
                : Faults.row(violations);
    }

    /** The answer carries the row as it is, so that a person can look at both and decide. */
    private Response stale(Stored<T> current, Request request) {
        return Problems.of(
                        412,
                        "Someone else changed this " + spec.name() + " meanwhile. Look at it again, then repeat.",
                        List.of(),
                        Map.of("current", tree(bytes(current, Selection.ALL, request))))
                .header("etag", current.etag());
    }

    private byte[] bytes(Stored<T> row, Selection fields, Request request) {
        return Bodies.bytes(out -> json.writer(List.of(row), fields, request).write(row, out));
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
