package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.Commit;
import dev.owlet.runtime.delta.CommitConflictException;
import dev.owlet.runtime.delta.DeltaSchema;
import dev.owlet.runtime.delta.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps references whole while rows go and others may come to refer to them: among any number of processes, and without
 * a lock.
 *
 * <p>A deletion first commits a claim to its own table, then an empty commit to each table whose rows may refer to it, and
 * only then looks for such rows. Who writes to one of those either committed before the empty commit, and is seen; or
 * gives way to it, decides anew, sees the claim and waits. A claim whose owner died is closed by those who wait for it:
 * should the owner come back, its deletion finds that the table went on, and is decided anew.
 *
 * <p>Claims are transaction identifiers of Delta, which every engine keeps and none minds.
 */
final class Claims {
    /** What the history calls commits that change nothing and only keep others away. */
    static final String OPERATION = "PREPARE DELETE";

    private static final String OPENED = "owlet-deleting";
    private static final String CLOSED = "owlet-deleted";
    /** How long others wait for a deletion that goes on; more than one takes, even on S3. */
    private static final long PATIENCE_MILLIS = 2000;

    private static final long PAUSE_MILLIS = 20;
    /** Looks at a table whose deletions follow each other without end, before the last of them is closed. */
    private static final int MAX_LOOKS = 1000;

    private Claims() {}

    /** The claim that is open in a version of a table. */
    static OptionalLong open(Snapshot snapshot) throws IOException {
        OptionalLong opened = snapshot.transaction(OPENED);
        return opened.isPresent()
                        && opened.getAsLong() > snapshot.transaction(CLOSED).orElse(-1)
                ? opened
                : OptionalLong.empty();
    }

    /** The application ids of a commit that ends the claim. */
    static List<String> closing() {
        return List.of(CLOSED);
    }

    /**
     * Claims the table for a deletion by this process, and has all who may refer to it decide anew.
     *
     * @return the claim
     */
    static OptionalLong make(TableStore<?> table, List<TableStore<?>> referrers, String user) throws IOException {
        Optional<Snapshot> claimed = Optional.empty();
        while (claimed.isEmpty()) {
            Commit commit = empty(List.of(OPENED), Optional.empty(), List.of(), user);
            claimed = commit(table, settled(table, user), commit);
        }
        for (TableStore<?> referrer : referrers) {
            fence(referrer, user);
        }
        return open(claimed.get());
    }

    /** An empty commit on top of whatever there is; it makes the table when there is none, as also the first may lose. */
    private static void fence(TableStore<?> table, String user) throws IOException {
        Optional<Snapshot> fenced = Optional.empty();
        while (fenced.isEmpty()) { // a commit that was first cannot tell of the claim: again, on top of it
            Snapshot latest = table.log().latest();
            Optional<DeltaSchema> schema = latest.exists() ? Optional.empty() : table.wider(latest);
            fenced = commit(table, latest, empty(List.of(), schema, table.partitionColumns(), user));
        }
    }

    /** Empty when another commit was first. */
    private static Optional<Snapshot> commit(TableStore<?> table, Snapshot base, Commit commit) throws IOException {
        try {
            return Optional.of(table.log().commit(base, commit));
        } catch (CommitConflictException e) {
            return Optional.empty();
        }
    }

    /** Ends the claim, unless somebody did already. */
    static void close(TableStore<?> table, long claim, String user) throws IOException {
        Snapshot latest = table.log().latest();
        while (open(latest).equals(OptionalLong.of(claim))
                && commit(table, latest, empty(closing(), Optional.empty(), List.of(), user))
                        .isEmpty()) {
            latest = table.log().latest();
        }
    }

    /** The table as of its latest version, once no deletion goes on: what is there then may be referred to. */
    static Snapshot settled(TableStore<?> table, String user) throws IOException {
        Snapshot snapshot = table.log().latest();
        OptionalLong claim = open(snapshot);
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        for (int looks = 0; claim.isPresent(); looks++) {
            if (System.nanoTime() - deadline > 0 || looks == MAX_LOOKS) {
                close(table, claim.getAsLong(), user);
            } else {
                Pauses.millis(PAUSE_MILLIS);
            }
            snapshot = table.log().latest();
            OptionalLong next = open(snapshot);
            if (!next.equals(claim)) {
                claim = next;
                deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
            }
        }
        return snapshot;
    }

    private static Commit empty(
            List<String> apps, Optional<DeltaSchema> schema, List<String> partitionColumns, String user) {
        return new Commit(
                List.of(),
                List.of(),
                schema,
                partitionColumns,
                apps,
                OPERATION,
                user,
                Map.of(),
                Optional.empty(),
                false);
    }
}
