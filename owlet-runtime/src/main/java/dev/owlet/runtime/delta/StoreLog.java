package dev.owlet.runtime.delta;

import dev.owlet.runtime.delta.CommitConflictException.Reason;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log in an object store. Commits are read and written here, checkpoints read ({@link LogLoader}); the kernel writes
 * checkpoints ({@link KernelCheckpoints}). The kernel's way to a snapshot reads the log anew each time and takes most of
 * a second of CPU in a fresh process; this one keeps the latest snapshot and asks for the next commit only.
 */
final class StoreLog implements DeltaLog {
    private static final System.Logger LOGGER = System.getLogger(StoreLog.class.getName());

    /** With more unknown commits than this, a checkpoint is the shorter way. */
    private static final int FAR = 20;

    /** A commit on top of a version that was not seen for longer looks first whether clean-up removed that version. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    private final ObjectStore store;
    private final String table;
    private final LogFiles files;
    private final LogLoader loader;
    private final KernelCheckpoints checkpoints;
    private final CheckpointPolicy policy;
    private final Clock clock;
    private volatile @Nullable Known known;

    /**
     * The latest version that is known.
     *
     * @param size bytes of its commit
     * @param written when that was, by the store; null until the store told
     * @param seen when the commit was last there
     */
    private record Known(
            Snapshot snapshot, long size, @Nullable Instant written, Instant seen) {
        /** Also when the clock stepped back since. */
        boolean isOlder(Duration age, Instant now) {
            return now.isBefore(seen) || !now.isBefore(seen.plus(age));
        }
    }

    StoreLog(ObjectStore store, String table) {
        this(store, table, Clock.systemUTC());
    }

    StoreLog(ObjectStore store, String table, Clock clock) {
        this.store = store;
        this.table = table;
        this.clock = clock;
        files = new LogFiles(store, table);
        loader = new LogLoader(table, files);
        checkpoints = new KernelCheckpoints(store, table);
        policy = new CheckpointPolicy(table, checkpoints);
    }

    @Override
    public Snapshot latest() throws IOException {
        Known current = known;
        if (current != null && current.isOlder(store.trust(), clock.instant())) {
            current = stillThere(current);
        }
        return current == null ? open() : catchUp(current);
    }

    private Snapshot open() throws IOException {
        Instant now = clock.instant();
        LogLoader.Loaded loaded = loader.latest(checkpoints.hint().orElse(0));
        Snapshot snapshot = loaded.snapshot();
        LogListing listing = loaded.listing();
        listing.checkpoint(Long.MAX_VALUE).ifPresent(policy::saw);
        StoredObject last = listing.commits().get(snapshot.version());
        remember(new Known(snapshot, last == null ? -1 : last.size(), last == null ? null : last.modified(), now));
        return snapshot;
    }

    private Snapshot catchUp(Known from) throws IOException {
        Optional<byte[]> next = files.commit(from.snapshot.version() + 1);
        if (next.isEmpty()) {
            return from.snapshot;
        }
        Replay replay = new Replay(table, from.snapshot);
        long size = 0;
        for (int commits = 1; next.isPresent(); commits++) {
            if (commits > FAR) {
                return open();
            }
            replay.apply(next.get());
            size = next.get().length;
            next = files.commit(replay.next());
        }
        Snapshot snapshot = replay.snapshot();
        remember(new Known(snapshot, size, null, clock.instant()));
        return snapshot;
    }

    /**
     * What is known, when its last commit is still there and is the same; otherwise null, and it is forgotten. Somebody
     * may have removed the folder, and made another table of its name, or clean-up may have been faster than a process
     * that slept for long: a log that went on from there could not be read.
     */
    private @Nullable Known stillThere(Known current) throws IOException {
        if (!current.snapshot.exists() || current.size < 0) {
            return current.snapshot.exists() ? null : current;
        }
        Instant now = clock.instant();
        try {
            StoredObject commit = store.head(files.commitKey(current.snapshot.version()));
            boolean same = commit.size() == current.size && isSameTime(current.written, commit.modified());
            Known seen = new Known(current.snapshot, commit.size(), commit.modified(), now);
            return same ? replace(current, seen) : replace(current, null);
        } catch (NoSuchFileException e) {
            return replace(current, null);
        }
    }

    /** To the second, which is all that some stores tell. */
    private static boolean isSameTime(@Nullable Instant known, Instant told) {
        return known == null || known.getEpochSecond() == told.getEpochSecond();
    }

    private synchronized @Nullable Known replace(Known current, @Nullable Known next) {
        if (current.equals(known)) {
            known = next;
        }
        return next;
    }

    private synchronized void remember(Known found) {
        Known current = known;
        if (current == null || current.snapshot.version() <= found.snapshot.version()) {
            known = found;
        }
    }

    @Override
    public Optional<Snapshot> at(long version) throws IOException {
        return version < 0 ? Optional.empty() : at(files.list(0), version);
    }

    private Optional<Snapshot> at(LogListing listing, long version) throws IOException {
        Known current = known;
        StoredObject commit = listing.commits().get(version);
        boolean isKnown = current != null
                && commit != null
                && current.snapshot.version() == version
                && current.size == commit.size()
                && isSameTime(current.written, commit.modified());
        return isKnown ? Optional.of(current.snapshot) : loader.at(listing, version);
    }

    @Override
    public Optional<Snapshot> asOf(Instant time) throws IOException {
        LogListing listing = files.list(0);
        long found = -1;
        for (Map.Entry<Long, Instant> version : listing.times().entrySet()) {
            if (version.getValue().isAfter(time)) {
                break;
            }
            found = version.getKey();
        }
        return found < 0 ? Optional.empty() : at(listing, found);
    }

    @Override
    public Snapshot commit(Snapshot base, Commit commit) throws IOException {
        base.definition()
                .requireWritable(table, commit.dataChange() && !commit.remove().isEmpty());
        if (!base.exists() && commit.schema().isEmpty()) {
            throw new IllegalArgumentException("the first commit of a table must give its schema");
        }
        requirePartitioned(base, commit);
        requireLatest(base);
        String transaction = UUID.randomUUID().toString();
        byte[] text = CommitText.of(base, commit, transaction, clock.millis());
        put(base.version() + 1, text);
        Replay replay = new Replay(table, base);
        replay.apply(text);
        Snapshot committed = replay.snapshot();
        remember(new Known(committed, text.length, null, clock.instant()));
        putChecksum(committed, transaction);
        policy.committed(committed);
        return committed;
    }

    private void requirePartitioned(Snapshot base, Commit commit) throws UnsupportedTableException {
        TableDefinition definition = base.exists()
                ? base.definition()
                : TableDefinition.create("", commit.schema().orElseThrow(), commit.partitionColumns(), 0);
        for (DataFile file : commit.add()) {
            definition.requirePartitioned(table, file);
        }
    }

    /** Where clean-up removed the commits that follow {@code base}, a version could be made a second time, unseen. */
    private void requireLatest(Snapshot base) throws IOException {
        Known current = known;
        if (current != null && current.snapshot.version() > base.version()) {
            throw new CommitConflictException(
                    Reason.VERSION_TAKEN,
                    "version " + (base.version() + 1) + " of " + table + " was made by another writer");
        }
        boolean isRecent = current != null
                && current.snapshot.version() == base.version()
                && !current.isOlder(RECENT, clock.instant());
        if (!base.exists() || isRecent) {
            return;
        }
        try {
            store.head(files.commitKey(base.version()));
        } catch (NoSuchFileException e) {
            throw new CommitConflictException(
                    "version " + base.version() + " of " + table + " was removed since it was read", e);
        }
    }

    /** The text holds a random id: equal bytes, which the store takes for success, are this commit's own. */
    private void put(long version, byte[] text) throws IOException {
        try {
            store.put(files.commitKey(version), text, true);
        } catch (FileAlreadyExistsException e) {
            throw new CommitConflictException("another writer made version " + version + " of " + table, e);
        }
    }

    /** Without it nobody can check this version, which stands all the same. */
    private void putChecksum(Snapshot committed, String transaction) {
        try {
            store.put(files.checksumKey(committed.version()), Checksum.of(committed, transaction), true);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "no checksum of " + table + " at " + committed.version(), e);
        }
    }

    @Override
    public List<LoggedCommit> history(int limit) throws IOException {
        long from = Math.max(0, latest().version() - limit + 1);
        List<StoredObject> listed = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        for (Map.Entry<Long, StoredObject> commit :
                files.list(from).commits().descendingMap().entrySet()) {
            if (listed.size() < limit) {
                versions.add(commit.getKey());
                listed.add(commit.getValue());
            }
        }
        List<byte[]> texts = files.get(listed);
        List<LoggedCommit> history = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            history.add(LoggedCommits.parse(table, versions.get(i), LogFiles.written(listed.get(i)), texts.get(i)));
        }
        return history;
    }

    @Override
    public Optional<LoggedCommit> logged(long version) throws IOException {
        try {
            StoredObject file = store.head(files.commitKey(version));
            return Optional.of(LoggedCommits.parse(table, version, LogFiles.written(file), files.get(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
