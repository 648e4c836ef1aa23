package dev.owlet.runtime.delta;

import dev.owlet.runtime.delta.CommitConflictException.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A commit that only moves rows from some files to others, as compaction does. It holds on top of every version in which
 * these files still belong to the table: what other commits added or took away is elsewhere.
 */
final class Rewrite {
    private static final int MAX_ATTEMPTS = 100;
    private static final int MAX_PAUSE_MILLIS = 100;

    private final DeltaLog log;
    private final Snapshot base;
    private final Commit commit;

    Rewrite(DeltaLog log, Snapshot base, Commit commit) {
        if (commit.dataChange()
                || commit.schema().isPresent()
                || !commit.apps().isEmpty()
                || commit.remove().isEmpty()) {
            throw new IllegalArgumentException(
                    "a rewrite replaces files and changes nothing else: no rows, no schema, no transaction");
        }
        this.log = log;
        this.base = base;
        this.commit = commit;
    }

    Snapshot run() throws IOException {
        Snapshot on = base;
        for (int attempt = 1; ; attempt++) {
            requireSameTable(on);
            requireFiles(on);
            try {
                return log.commit(on, commit);
            } catch (CommitConflictException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw e;
                }
                pause(attempt);
                on = log.latest();
            }
        }
    }

    private void requireSameTable(Snapshot on) throws CommitConflictException {
        TableDefinition now = on.definition();
        TableDefinition then = base.definition();
        boolean same = now.metadata().path("id").equals(then.metadata().path("id"))
                && now.schema().equals(then.schema())
                && now.partitionColumns().equals(then.partitionColumns());
        if (!same) {
            throw new CommitConflictException(
                    Reason.TABLE_CHANGED,
                    "the table was changed between versions " + base.version() + " and " + on.version());
        }
    }

    private void requireFiles(Snapshot on) throws IOException {
        for (DataFile file : commit.remove()) {
            DataFile there = on.filesByPath().get(file.decodedPath());
            if (there == null || there.size() != file.size()) {
                throw new CommitConflictException(
                        Reason.FILES_GONE, "file " + file.path() + " is no longer in version " + on.version());
            }
        }
    }

    /** Random, so that writers who met once do not meet again; short, as nothing is decided anew. */
    private static void pause(int attempt) throws InterruptedIOException {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, Math.min(MAX_PAUSE_MILLIS, attempt + 2)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for other writers");
        }
    }
}
