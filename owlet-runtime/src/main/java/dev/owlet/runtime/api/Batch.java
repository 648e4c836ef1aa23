package dev.owlet.runtime.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.owlet.runtime.http.Problems;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.http.Response;
import dev.owlet.runtime.http.User;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.table.Change;
import dev.owlet.runtime.table.Operation;
import dev.owlet.runtime.table.Outcome;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.WriteOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code POST /api/{path}/batch}: good rows load in one commit, bad rows come back. */
final class Batch<T> {
    /** Rows listed with their faults; what lies beyond is counted, so that the answer fits through Lambda. */
    private static final int MAX_LISTED = 10_000;

    /** Characters of all faults listed, with the JSON around them; one of UTF-8 takes up to three bytes of the 6 MB. */
    private static final int MAX_CHARACTERS = 1_500_000;

    private static final int AROUND_A_FAULT = 45;

    private final Table<T> table;
    private final BatchRows<T> rows;
    private final Map<Integer, List<Violation>> rejected = new TreeMap<>();
    private int created;
    private int updated;

    private Batch(Table<T> table, BatchRows<T> rows) {
        this.table = table;
        this.rows = rows;
    }

    static <T> Response answer(Table<T> table, Request request) {
        User user = Access.require(table.spec(), request, Operation.CREATE);
        WriteOptions options = IdempotencyKey.in(request, WriteOptions.by(user.name(), "BATCH"));
        BatchRows<T> rows = BatchRows.of(request, table.spec());
        if (rows.upsert()) {
            Access.require(table.spec(), request, Operation.UPDATE);
        }
        Batch<T> batch = new Batch<>(table, rows);
        batch.load(options);
        batch.inspect();
        return Bodies.json(200, batch::write);
    }

    private void load(WriteOptions options) {
        List<Change<T>> changes = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < rows.drafts().size(); i++) {
            T row = rows.drafts().get(i).row();
            if (row != null) {
                changes.add(rows.upsert() ? new Change.Upsert<>(row) : new Change.Insert<>(row));
                indices.add(i);
            }
        }
        if (changes.isEmpty()) {
            return;
        }
        List<Outcome<T>> outcomes = Changes.write(table, changes, options).outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            count(indices.get(i), outcomes.get(i));
        }
    }

    private void count(int index, Outcome<T> outcome) {
        if (outcome instanceof Outcome.Created) {
            created++;
        } else if (outcome instanceof Outcome.Updated) {
            updated++;
        } else if (outcome instanceof Outcome.Rejected<T> refused) {
            rejected.put(index, refused.violations());
        } else {
            throw new IllegalStateException("a batch neither deletes nor compares: " + outcome);
        }
    }

    /** Rows at fault are looked at when the good ones are in: they may refer to those, or collide with them. */
    private void inspect() {
        List<Integer> indices = new ArrayList<>();
        List<Draft<T>> drafts = new ArrayList<>();
        for (int i = 0; i < rows.drafts().size(); i++) {
            if (rows.drafts().get(i).row() == null) {
                indices.add(i);
                drafts.add(rows.drafts().get(i));
            }
        }
        List<List<Violation>> all = Inspection.of(table, drafts, !rows.upsert());
        for (int i = 0; i < all.size(); i++) {
            rejected.put(indices.get(i), all.get(i));
        }
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("created", created);
        out.writeNumberField("updated", updated);
        out.writeArrayFieldStart("rejected");
        int listed = 0;
        int characters = 0;
        for (Map.Entry<Integer, List<Violation>> row : rejected.entrySet()) {
            characters += length(row.getValue());
            if (listed == MAX_LISTED || characters > MAX_CHARACTERS) {
                break;
            }
            out.writeStartObject();
            out.writeNumberField("index", row.getKey());
            out.writeFieldName("errors");
            out.writeTree(Problems.array(row.getValue()));
            out.writeEndObject();
            listed++;
        }
        out.writeEndArray();
        if (rejected.size() > listed) {
            out.writeNumberField("unlisted", rejected.size() - listed);
        }
        if (!rows.unmapped().isEmpty()) {
            out.writeArrayFieldStart("unmapped");
            for (String heading : rows.unmapped()) {
                out.writeString(heading);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static int length(List<Violation> errors) {
        return errors.stream()
                .mapToInt(v -> v.pointer().length() + v.message().length() + AROUND_A_FAULT)
                .sum();
    }
}
