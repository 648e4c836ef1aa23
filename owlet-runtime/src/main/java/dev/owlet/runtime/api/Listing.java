package dev.owlet.runtime.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableView;
import dev.owlet.runtime.table.UnknownVersionException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code GET /api/{path}}: a page of rows. */
final class Listing<T> {
    private static final int DEFAULT_LIMIT = 25;
    private static final int MAX_LIMIT = 500;
    private static final String BAD_CURSOR =
            "belongs to no walk over these filters in this order: start again without it";

    private final Table<T> table;
    private final Queries<T> queries;
    private final Keys<T> keys;
    private final RowJson<T> json;

    Listing(Table<T> table, Queries<T> queries, Keys<T> keys, RowJson<T> json) {
        this.table = table;
        this.queries = queries;
        this.keys = keys;
        this.json = json;
    }

    Response answer(Request request) {
        Parameters parameters = new Parameters(request);
        int limit = parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
        int offset = parameters.number("offset", 0, Integer.MAX_VALUE, 0);
        Selection fields = json.selection(parameters);
        Optional<Cursor> cursor = cursor(parameters, request, offset);
        Query<T> query = queries.of(parameters, cursor.map(this::pinned));
        Stored<T> after = cursor.map(c -> query.find(keys, c.last()).orElseThrow(Listing::badCursor))
                .orElse(null);
        Page<T> page = Page.of(query, after, offset, limit);
        return Bodies.json(200, out -> write(page, next(page, query.view(), request), fields, request, out));
    }

    private Optional<String> next(Page<T> page, TableView<T> view, Request request) {
        if (!page.more()) {
            return Optional.empty();
        }
        Stored<T> last = page.rows().get(page.rows().size() - 1);
        Cursor cursor = new Cursor(view.version(), Cursor.fingerprint(request), keys.segment(last.row()));
        return Optional.of(cursor.text());
    }

    private void write(Page<T> page, Optional<String> next, Selection fields, Request request, JsonGenerator out)
            throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("items");
        RowJson<T>.Writer writer = json.writer(page.rows(), fields, request);
        for (Stored<T> row : page.rows()) {
            writer.write(row, out);
        }
        out.writeEndArray();
        out.writeStringField("next", next.orElse(null));
        out.writeNumberField("total", page.total());
        out.writeEndObject();
    }

    private static Optional<Cursor> cursor(Parameters parameters, Request request, int offset) {
        Optional<String> text = parameters.one("cursor");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (offset > 0) {
            parameters.faults().add("offset", "conflict", "cannot be given together with cursor");
        }
        Optional<Cursor> cursor = Cursor.parse(text.get()).filter(c -> c.query().equals(Cursor.fingerprint(request)));
        if (cursor.isEmpty()) {
            parameters.faults().add("cursor", "cursor", BAD_CURSOR);
        }
        return cursor;
    }

    private TableView<T> pinned(Cursor cursor) {
        try {
            return table.view(cursor.version());
        } catch (UnknownVersionException e) {
            throw new ProblemException(
                    410, "The version of the table that this walk reads is gone. Start again without the cursor.");
        }
    }

    private static ProblemException badCursor() {
        return new ProblemException(
                400, "cursor: " + BAD_CURSOR, List.of(new Violation("cursor", "cursor", BAD_CURSOR)));
    }
}
