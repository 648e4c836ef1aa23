package dev.owlet.runtime.api;

import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.User;
import dev.owlet.runtime.table.HistoryEntry;
import dev.owlet.runtime.table.Operation;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableView;
import java.io.IOException;
import java.util.List;

/**
 * The routes of one concept, over its table. Every one asks who may, then answers or throws a
 * {@link dev.owlet.runtime.http.ProblemException}. Thread-safe.
 *
 * @param <T> the record
 */
public final class Resource<T> {
    private static final int DEFAULT_HISTORY = 25;
    private static final int MAX_HISTORY = 500;

    private final Table<T> table;
    private final Paths<T> paths;
    private final Keys<T> keys;
    private final RowJson<T> json;
    private final Queries<T> queries;
    private final Outcomes<T> outcomes;
    private final Changes<T> changes;

    public Resource(Table<T> table) {
        this.table = table;
        paths = new Paths<>(table.spec().type());
        keys = new Keys<>(table);
        json = new RowJson<>(table, paths);
        queries = new Queries<>(table, paths, keys);
        outcomes = new Outcomes<>(table.spec(), keys, json);
        changes = new Changes<>(table, keys, outcomes);
    }

    /** A page of rows: {@code {"items": […], "next": cursor or null, "total": n}}. */
    public Response list(Request request) {
        require(request, Operation.READ);
        return new Listing<>(table, queries, keys, json).answer(request);
    }

    /** Adds one row: 201 with Location and ETag. */
    public Response create(Request request) {
        User user = Access.require(table.spec(), request, Operation.CREATE);
        Parameters.none(request);
        return changes.create(request, user);
    }

    /** Adds many rows: {@code {"created": n, "updated": n, "rejected": [{"index", "errors"}]}}. */
    public Response batch(Request request) {
        return Batch.answer(table, request);
    }

    /** Numbers by group: {@code {"groups": [{"key", "label", "value", "count"}], "total": n}}. */
    public Response summary(Request request) {
        require(request, Operation.READ);
        return Summary.answer(table, paths, queries, request);
    }

    /** The latest commits: {@code {"items": [{"version", "when", "who", "what", "rows"}]}}, with {@code upload} where a file brought them. */
    public Response history(Request request) {
        require(request, Operation.READ);
        Parameters parameters = new Parameters(request);
        int limit = parameters.number("limit", 1, MAX_HISTORY, DEFAULT_HISTORY);
        parameters.finish();
        List<HistoryEntry> entries = table.history(limit);
        return Bodies.json(200, out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (HistoryEntry entry : entries) {
                out.writeStartObject();
                out.writeNumberField("version", entry.version());
                out.writeStringField("when", entry.when().toString());
                out.writeStringField("who", entry.who());
                out.writeStringField("what", entry.what());
                out.writeNumberField("rows", entry.rows());
                if (entry.upload().isPresent()) {
                    out.writeStringField("upload", entry.upload().get());
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /** Rows as a file. */
    public Response export(Request request) {
        require(request, Operation.READ);
        return new Export<>(table, queries).answer(request);
    }

    /** Announces a file: 201 with the request by which it comes, or with one for each of its parts. */
    public Response announce(Request request) throws IOException {
        return uploads().announce(request);
    }

    /** The latest uploads, without the rows that they refused: {@code {"items": […]}}. */
    public Response uploads(Request request) throws IOException {
        return uploads().list(request);
    }

    /** What has become of an upload, row by row. */
    public Response upload(Request request) throws IOException {
        return uploads().get(request);
    }

    /** Makes the file of its parts. */
    public Response complete(Request request) throws IOException {
        return uploads().complete(request);
    }

    /** Calls an upload off, or undoes it: 204. */
    public Response withdraw(Request request) throws IOException {
        return uploads().withdraw(request);
    }

    /** Made when it is asked for: a table has no store before it is added to {@link dev.owlet.runtime.table.Tables}. */
    private UploadRoutes<T> uploads() {
        return new UploadRoutes<>(table);
    }

    /** One row, with ETag; 304 when the caller has it already. */
    public Response get(Request request) {
        require(request, Operation.READ);
        Parameters parameters = new Parameters(request);
        Selection fields = json.selection(parameters);
        TableView<T> view = Views.of(table, parameters);
        parameters.finish();
        Stored<T> row = view.find(keys.of(request)).orElseThrow(() -> keys.missing(request));
        Response response = Tags.noneMatch(request, row.etag())
                ? Response.empty(304).header("etag", row.etag())
                : outcomes.row(200, row, fields, request);
        return response.header("cache-control", "private, no-cache");
    }

    /** Puts a row in the place of the one with this key. */
    public Response put(Request request) {
        User user = Access.require(table.spec(), request, Operation.UPDATE);
        Parameters.none(request);
        return changes.put(request, user);
    }

    /** Changes some fields of a row: JSON Merge Patch (RFC 7396). */
    public Response patch(Request request) {
        User user = Access.require(table.spec(), request, Operation.UPDATE);
        Parameters.none(request);
        return changes.patch(request, user);
    }

    /** Deletes a row: 204. */
    public Response delete(Request request) {
        User user = Access.require(table.spec(), request, Operation.DELETE);
        Parameters.none(request);
        return changes.delete(request, user);
    }

    private void require(Request request, Operation operation) {
        Access.require(table.spec(), request, operation);
    }
}
