package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The transaction log of one Delta table (Delta transaction log protocol, github.com/delta-io/delta, PROTOCOL.md), and
 * all that the rest of Owlet knows of Delta. Reads tables that ask for reader version 1; writes tables that ask for
 * writer version 2 at most. Thread-safe, and safe beside writers in other processes and of other engines.
 */
public interface DeltaLog {
    /**
     * The log of the table in a folder, which need not exist yet.
     *
     * @param folder key of the table's folder, without a slash at the end
     */
    static DeltaLog of(ObjectStore store, String folder) {
        return of(store, folder, Clock.systemUTC());
    }

    /** @param clock dates what is committed, and need not be right */
    static DeltaLog of(ObjectStore store, String folder, Clock clock) {
        return new StoreLog(store, folder, clock);
    }

    /**
     * The table as of its latest commit; {@link Snapshot#exists()} is false before the first. Cheap when nothing
     * changed: one look for the next version, and one for this version where the store asks for it ({@link
     * ObjectStore#trust}).
     *
     * @throws UnsupportedTableException when the table needs a newer reader
     */
    Snapshot latest() throws IOException;

    /** The table as of a version; empty when there is none, or clean-up removed it. */
    Optional<Snapshot> at(long version) throws IOException;

    /** The table as of the last commit at or before {@code time}; empty when the table is younger. */
    Optional<Snapshot> asOf(Instant time) throws IOException;

    /**
     * Makes the version that follows {@code base}, and the table with it when there is none.
     *
     * @return the table as of this commit
     * @throws CommitConflictException when another writer made that version; nothing was changed, and the caller must
     *     decide anew from {@link #latest()}
     * @throws UnsupportedTableException when the table demands what this writer does not do
     */
    Snapshot commit(Snapshot base, Commit commit) throws IOException;

    /**
     * Makes a version in which the same rows lie in other files, on top of {@code base} or of whatever was committed
     * since: safe as long as each file to be replaced still belongs to the table.
     *
     * @param commit without change of data, schema or transaction
     * @return the table as of this commit
     * @throws CommitConflictException when such a file is gone, the table was changed ({@link
     *     CommitConflictException#reason}), or 100 other commits were faster
     */
    default Snapshot rewrite(Snapshot base, Commit commit) throws IOException {
        return new Rewrite(this, base, commit).run();
    }

    /** The latest commits, newest first; clean-up removes old ones. */
    List<LoggedCommit> history(int limit) throws IOException;

    /** One commit; empty when there is none, or clean-up removed it. */
    Optional<LoggedCommit> logged(long version) throws IOException;
}
