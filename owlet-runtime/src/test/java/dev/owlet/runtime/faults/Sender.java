package dev.owlet.runtime.faults;

import dev.owlet.runtime.table.BusyException;
import dev.owlet.runtime.table.KeyReusedException;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.WriteOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Does requests and keeps the journal of them. */
final class Sender {
    private final Birds birds;
    private final WatchedStore store;
    private final Journal journal;
    private long commits;

    /** @param clock of the writer, right or wrong */
    Sender(WatchedStore store, Journal journal, Clock clock) {
        this.store = store;
        this.birds = new Birds(store, clock);
        this.journal = journal;
    }

    Birds birds() {
        return birds;
    }

    WatchedStore store() {
        return store;
    }

    /** Acknowledged ones of this process. */
    long commits() {
        return commits;
    }

    /** Empty when it failed. */
    Optional<Answer> send(Request request) throws IOException {
        journal.intent(request);
        long before = store.conflicts();
        try {
            Answer answer = write(request, birds.table(request.table()), before);
            journal.answer(answer);
            commits += answer.isCommitted() && !answer.replayed() ? 1 : 0;
            return Optional.of(answer);
        } catch (BusyException e) {
            journal.failure(new Failure(request.id(), Failure.Kind.BUSY, e.toString()));
        } catch (KeyReusedException e) {
            journal.failure(new Failure(request.id(), Failure.Kind.FORGOTTEN, e.toString()));
        } catch (UncheckedIOException e) {
            journal.failure(new Failure(request.id(), Failure.Kind.STORAGE, String.valueOf(e.getCause())));
        }
        return Optional.empty();
    }

    private <T> Answer write(Request request, Table<T> table, long conflictsBefore) {
        var changes = request.steps().stream().map(step -> step.change(table)).toList();
        WriteOptions options = WriteOptions.by(request.id(), "BATCH");
        var result = table.write(changes, request.event() ? options.idempotent(request.id(), request.id()) : options);
        return Answer.of(request.id(), result, store.conflicts() - conflictsBefore);
    }

    /** The stored row, in the form of {@link Step#row}. */
    Optional<Found> find(String table, String key) {
        return find(birds.table(table), key);
    }

    private static <T> Optional<Found> find(Table<T> table, String key) {
        Optional<Stored<T>> stored = table.find(List.of(key));
        return stored.map(row -> new Found(Rows.json(table, row.row()), row.etag()));
    }
}
