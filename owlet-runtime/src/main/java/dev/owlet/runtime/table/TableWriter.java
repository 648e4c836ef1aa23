package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.Commit;
import dev.owlet.runtime.delta.CommitConflictException;
import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.Snapshot;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes to one table. Optimistic: decides on the changes against the latest snapshot, and commits on top of exactly
 * that; when another writer was first, decides anew. So what was checked (keys, unique sets, self-references) holds in
 * the version that the commit makes. References between tables hold as of the moment of the decision, and among the
 * writers of one process also against deletions ({@link Tables#guard}).
 */
final class TableWriter<T> {
    private static final int MAX_ATTEMPTS = 100;
    private static final long MAX_PAUSE_MILLIS = 200;

    /** Larger batches become several files, so that no file is too large to hold in memory. */
    private static final int ROWS_PER_FILE = 500_000;

    private final TableStore<T> table;
    private final Tables tables;
    private final Replays<T> replays;
    private final Lock lock = new ReentrantLock();

    TableWriter(TableStore<T> table, Tables tables) {
        this.table = table;
        this.tables = tables;
        replays = new Replays<>(table);
    }

    WriteResult<T> write(List<Change<T>> changes, WriteOptions options) throws IOException {
        Lock guard = tables.guard(changes.stream().anyMatch(Change.Delete.class::isInstance));
        guard.lock();
        lock.lock(); // of several threads here all but one would lose their commits
        try {
            return attempt(changes, options);
        } finally {
            lock.unlock();
            guard.unlock();
        }
    }

    private WriteResult<T> attempt(List<Change<T>> changes, WriteOptions options) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Snapshot snapshot = table.log().latest();
            Optional<WriteResult<T>> earlier = replays.find(snapshot, changes, options);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            try {
                return commit(snapshot, changes, options);
            } catch (CommitConflictException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw new BusyException(
                            table.spec().name() + " is too busy: gave way to other writers " + attempt
                                    + " times; try again",
                            e);
                }
                pause(attempt);
            }
        }
    }

    private WriteResult<T> commit(Snapshot snapshot, List<Change<T>> changes, WriteOptions options) throws IOException {
        Evaluation<T> evaluation = new Evaluation<>(
                table.spec(),
                changes,
                options,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                table.view(snapshot),
                new References(tables));
        evaluation.run();
        Overlay<T> overlay = evaluation.overlay();
        List<Stored<T>> written = overlay.written();
        Map<DataFile, BitSet> gone = overlay.gone();
        if (written.isEmpty() && gone.isEmpty()) {
            return new WriteResult<>(snapshot.version(), evaluation.outcomes(), false);
        }
        List<DataFile> added = new ArrayList<>();
        try {
            addFiles(written, added);
            int files = added.size();
            addSurvivors(gone, added);
            Commit commit = new Commit(
                    added,
                    List.copyOf(gone.keySet()),
                    table.wider(snapshot),
                    List.of(),
                    options.idempotencyKey().stream()
                            .map(key -> Replays.app(options.user(), key))
                            .toList(),
                    options.operation(),
                    options.user(),
                    metrics(overlay, written, added, gone),
                    options.idempotencyKey().map(key -> replays.receipt(evaluation, options, files)),
                    true);
            Snapshot committed = table.log().commit(snapshot, commit);
            return new WriteResult<>(committed.version(), evaluation.outcomes(), false);
        } catch (CommitConflictException e) {
            added.forEach(table.files()::discard);
            throw e;
        }
    }

    private void addFiles(List<Stored<T>> rows, List<DataFile> added) throws IOException {
        for (int from = 0; from < rows.size(); from += ROWS_PER_FILE) {
            added.add(table.files().write(rows.subList(from, Math.min(from + ROWS_PER_FILE, rows.size()))));
        }
    }

    private void addSurvivors(Map<DataFile, BitSet> gone, List<DataFile> added) throws IOException {
        for (Map.Entry<DataFile, BitSet> file : gone.entrySet()) {
            table.files().copyWithout(file.getKey(), file.getValue()).ifPresent(added::add);
        }
    }

    private static <T> Map<String, Long> metrics(
            Overlay<T> overlay, List<Stored<T>> written, List<DataFile> added, Map<DataFile, BitSet> gone) {
        Map<String, Long> metrics = new LinkedHashMap<>();
        metrics.put("numOutputRows", (long) written.size());
        metrics.put("numDeletedRows", overlay.deleted());
        metrics.put("numAddedFiles", (long) added.size());
        metrics.put("numRemovedFiles", (long) gone.size());
        metrics.put("numOutputBytes", added.stream().mapToLong(DataFile::size).sum());
        return metrics;
    }

    /** Random, so that writers who met once do not meet again; longer with every loss. */
    private static void pause(int attempt) throws InterruptedIOException {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, Math.min(MAX_PAUSE_MILLIS, 5L * attempt + 5)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for other writers");
        }
    }
}
