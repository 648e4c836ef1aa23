package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A log in an object store. Commits are read and written here; checkpoints are the kernel's ({@link KernelCheckpoints}).
 * The kernel's way to a snapshot reads the log anew each time and takes most of a second of CPU in a fresh process; a
 * young table, and the few commits after a checkpoint, are read in milliseconds.
 */
final class StoreLog implements DeltaLog {
    private static final System.Logger LOGGER = System.getLogger(StoreLog.class.getName());

    /** Delta's own interval. */
    private static final int CHECKPOINT_INTERVAL = 10;

    /** A table with fewer commits is read without the kernel, whose start costs more CPU than reading these. */
    private static final int SHORT_LOG = 100;

    /** How long looking for the next version alone is trusted: long before clean-up could remove that version. */
    private static final Duration TRUST = Duration.ofMinutes(10);

    private final ObjectStore store;
    private final String table;
    private final String log;
    private final KernelCheckpoints checkpoints;
    private final Clock clock;
    private volatile @Nullable Cached cached;

    private record Cached(Snapshot snapshot, Instant listed) {}

    StoreLog(ObjectStore store, String table) {
        this(store, table, Clock.systemUTC());
    }

    StoreLog(ObjectStore store, String table, Clock clock) {
        this.store = store;
        this.table = table;
        this.log = table + "/_delta_log/";
        this.checkpoints = new KernelCheckpoints(store, table);
        this.clock = clock;
    }

    @Override
    public Snapshot latest() throws IOException {
        Cached known = cached;
        if (known == null || clock.instant().isAfter(known.listed.plus(TRUST)) || isGone(known.snapshot)) {
            Instant now = clock.instant();
            cached = null;
            long hint = checkpoints.hint().orElse(0);
            return remember(load(list(hint < SHORT_LOG ? 0 : hint), Long.MAX_VALUE), now);
        }
        Replay replay = new Replay(table, known.snapshot);
        boolean changed = false;
        for (Optional<byte[]> next = read(replay.next()); next.isPresent(); next = read(replay.next())) {
            replay.apply(next.get());
            changed = true;
        }
        return changed ? remember(replay.snapshot(), known.listed) : known.snapshot;
    }

    /** Somebody may have removed the whole folder meanwhile; a log that went on from its middle could not be read. */
    private boolean isGone(Snapshot known) throws IOException {
        try {
            if (known.exists()) {
                store.head(log + name(known.version()));
            }
            return false;
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private synchronized Snapshot remember(Snapshot snapshot, Instant listed) {
        Cached known = cached;
        if (known == null || known.snapshot.version() <= snapshot.version()) {
            cached = new Cached(snapshot, listed);
        }
        return snapshot;
    }

    @Override
    public Optional<Snapshot> at(long version) throws IOException {
        if (version < 0) {
            return Optional.empty();
        }
        Cached known = cached;
        if (known != null && known.snapshot.version() == version) {
            return Optional.of(known.snapshot);
        }
        LogListing listing = list(0);
        boolean there = version <= listing.last() && reachable(listing, version);
        return there ? Optional.of(load(listing, version)) : Optional.empty();
    }

    private static boolean reachable(LogListing listing, long version) {
        long start = listing.checkpoint(version).orElse(-1);
        return listing.commits().subMap(start, false, version, true).size() == version - start;
    }

    @Override
    public Optional<Snapshot> asOf(Instant time) throws IOException {
        long found = -1;
        Instant latest = Instant.MIN;
        for (Map.Entry<Long, StoredObject> commit : list(0).commits().entrySet()) {
            Instant written = written(commit.getValue());
            latest = written.isAfter(latest) ? written : latest; // clocks step back; the order of commits does not
            if (latest.isAfter(time)) {
                break;
            }
            found = commit.getKey();
        }
        return at(found);
    }

    private LogListing list(long from) throws IOException {
        LogListing listing = new LogListing(store.listFrom(log + number(from)));
        return from > 0 && listing.checkpoint(Long.MAX_VALUE).isEmpty() ? list(0) : listing;
    }

    private Snapshot load(LogListing listing, long atMost) throws IOException {
        long last = Math.min(atMost, listing.last());
        boolean isShort =
                last < SHORT_LOG && listing.commits().headMap(last, true).size() == last + 1;
        OptionalLong checkpoint = isShort ? OptionalLong.empty() : listing.checkpoint(last);
        Snapshot base = checkpoint.isPresent() ? checkpoints.load(checkpoint.getAsLong()) : Snapshot.none();
        Replay replay = new Replay(table, base);
        while (replay.next() <= last) {
            replay.apply(store.get(log + name(replay.next())));
        }
        return replay.snapshot();
    }

    private Optional<byte[]> read(long version) throws IOException {
        try {
            return Optional.of(store.get(log + name(version)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Snapshot commit(Snapshot base, Commit commit) throws IOException {
        base.definition().requireWritable(table, !commit.remove().isEmpty());
        if (!base.exists() && commit.schema().isEmpty()) {
            throw new IllegalArgumentException("the first commit of a table must give its schema");
        }
        requirePartitioned(base, commit);
        byte[] text = CommitText.of(base, commit, clock.millis());
        put(base.version() + 1, text);
        Replay replay = new Replay(table, base);
        replay.apply(text);
        Snapshot committed = replay.snapshot();
        remember(committed, clock.instant());
        checkpoint(committed);
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

    private void put(long version, byte[] text) throws IOException {
        String key = log + name(version);
        try {
            store.put(key, text, true);
        } catch (FileAlreadyExistsException e) {
            // an answer may be lost on its way while the bytes arrived; the text holds a random id, so equal bytes are
            // ours
            if (!Arrays.equals(store.get(key), text)) {
                throw new CommitConflictException("another writer made version " + version + " of " + table, e);
            }
        }
    }

    private void checkpoint(Snapshot committed) {
        if (committed.version() == 0 || committed.version() % CHECKPOINT_INTERVAL != 0) {
            return;
        }
        try {
            checkpoints.write(committed.version());
        } catch (IOException | RuntimeException e) {
            // the commit stands; without this checkpoint reading takes a little longer until the next one
            LOGGER.log(System.Logger.Level.WARNING, "no checkpoint of " + table + " at " + committed.version(), e);
        }
    }

    @Override
    public List<LoggedCommit> history(int limit) throws IOException {
        List<LoggedCommit> history = new ArrayList<>();
        long from = Math.max(0, latest().version() - limit + 1);
        for (Map.Entry<Long, StoredObject> commit :
                list(from).commits().descendingMap().entrySet()) {
            if (history.size() == limit) {
                break;
            }
            logged(commit.getKey(), commit.getValue()).ifPresent(history::add);
        }
        return history;
    }

    @Override
    public Optional<LoggedCommit> logged(long version) throws IOException {
        try {
            return logged(version, store.head(log + name(version)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Optional<LoggedCommit> logged(long version, StoredObject file) throws IOException {
        Optional<byte[]> text = read(version);
        return text.isEmpty() ? Optional.empty() : Optional.of(LoggedCommits.parse(version, written(file), text.get()));
    }

    /** To the microsecond, the precision of a timestamp in rows and in the API. */
    private static Instant written(StoredObject commit) {
        return commit.modified().truncatedTo(ChronoUnit.MICROS);
    }

    private static String name(long version) {
        return number(version) + ".json";
    }

    /** Twenty digits, and not those of the machine's language. */
    private static String number(long version) {
        return String.format(Locale.ROOT, "%020d", version);
    }
}
