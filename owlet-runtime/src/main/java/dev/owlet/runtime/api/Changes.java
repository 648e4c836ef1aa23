package dev.owlet.runtime.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.User;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.Pointers;
import dev.owlet.runtime.row.ValueType.Mode;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.table.BusyException;
import dev.owlet.runtime.table.Change;
import dev.owlet.runtime.table.KeyReusedException;
import dev.owlet.runtime.table.Outcome;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.WriteOptions;
import dev.owlet.runtime.table.WriteResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Changes of single rows. */
final class Changes<T> {
    private static final List<String> JSON = List.of("application/json");
    private static final List<String> PATCH = List.of("application/merge-patch+json", "application/json");

    /** How often a patch is computed anew when others changed the row in between. */
    private static final int PATCH_ATTEMPTS = 5;

    private final Table<T> table;
    private final Keys<T> keys;
    private final Outcomes<T> outcomes;

    Changes(Table<T> table, Keys<T> keys, Outcomes<T> outcomes) {
        this.table = table;
        this.keys = keys;
        this.outcomes = outcomes;
    }

    Response create(Request request, User user) {
        WriteOptions options = IdempotencyKey.in(request, WriteOptions.by(user.name(), "INSERT"));
        T row = checked(Draft.read(table.spec().type(), Bodies.object(request, JSON), Mode.STRICT), true);
        return outcomes.of(write(new Change.Insert<>(row), options), request);
    }

    Response put(Request request, User user) {
        List<Object> key = keys.of(request);
        ObjectNode body = Bodies.object(request, JSON);
        Stored<T> current = table.find(key).orElseThrow(() -> keys.missing(request));
        T row = rowAt(key, body);
        Optional<String> tag = Tags.ifMatch(request, Optional.of(current.etag()));
        return outcomes.of(write(new Change.Replace<>(row, tag), WriteOptions.by(user.name(), "UPDATE")), request);
    }

    /**
     * Without If-Match, or with {@code *}, the patch is applied to whatever row is current when it is written: a change
     * that comes in between is kept, as the patch is computed anew.
     */
    Response patch(Request request, User user) {
        List<Object> key = keys.of(request);
        ObjectNode patch = Bodies.object(request, PATCH);
        for (int attempt = 1; ; attempt++) {
            Stored<T> current = table.find(key).orElseThrow(() -> keys.missing(request));
            T row = rowAt(key, (ObjectNode) MergePatch.apply(json(current.row()), patch));
            Optional<String> asked = Tags.ifMatch(request, Optional.of(current.etag()));
            Change<T> change = new Change.Replace<>(row, asked.or(() -> Optional.of(current.etag())));
            Outcome<T> outcome = write(change, WriteOptions.by(user.name(), "UPDATE"));
            if (asked.isPresent() || !(outcome instanceof Outcome.Stale) || attempt == PATCH_ATTEMPTS) {
                return outcomes.of(outcome, request);
            }
        }
    }

    Response delete(Request request, User user) {
        List<Object> key = keys.of(request);
        Optional<String> tag = Tags.ifMatch(request, table.find(key).map(Stored::etag));
        return outcomes.of(write(new Change.Delete<>(key, tag), WriteOptions.by(user.name(), "DELETE")), request);
    }

    private Outcome<T> write(Change<T> change, WriteOptions options) {
        return write(table, List.of(change), options).outcomes().get(0);
    }

    static <T> WriteResult<T> write(Table<T> table, List<Change<T>> changes, WriteOptions options) {
        try {
            return table.write(changes, options);
        } catch (KeyReusedException e) {
            throw new ProblemException(422, "This Idempotency-Key came before with another request.");
        } catch (BusyException e) {
            throw new ProblemException(503, "Others write to this table all the time; nothing was changed. Try again.");
        }
    }

    /** The row of a body, with the key of the address: the body may leave it out, but not say another. */
    private T rowAt(List<Object> key, ObjectNode body) {
        ObjectNode complete = body.deepCopy();
        for (int i = 0; i < key.size(); i++) {
            Column<T, ?> column = table.spec().key().get(i);
            if (!complete.has(column.name())) {
                complete.set(column.name(), json(column, key.get(i)));
            }
        }
        Draft<T> draft = Draft.read(table.spec().type(), complete, Mode.STRICT);
        T row = checked(draft, false);
        if (!keys.of(row).equals(key)) {
            Violation fault = new Violation(
                    Pointers.child("", table.spec().key().get(0).name()),
                    "key",
                    "cannot be changed: delete the row and create another");
            throw new ProblemException(422, Faults.sentence(List.of(fault)), List.of(fault));
        }
        return row;
    }

    private T checked(Draft<T> draft, boolean inserting) {
        T row = draft.row();
        if (row == null) {
            throw Faults.row(Inspection.of(table, List.of(draft), inserting).get(0));
        }
        return row;
    }

    private JsonNode json(T row) {
        return tree(Bodies.bytes(out -> table.spec().type().write(row, out)));
    }

    @SuppressWarnings("unchecked") // a key's values are of its columns' types
    private static <T, V> JsonNode json(Column<T, V> column, Object value) {
        return tree(Bodies.bytes(out -> column.type().write((V) value, out)));
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
