package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.StoredObject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes snapshots of what a log holds: a checkpoint and the commits after it. Thread-safe. */
final class LogLoader {
    private static final System.Logger LOGGER = System.getLogger(LogLoader.class.getName());

    private static final int KEPT = 4;

    private final String table;
    private final LogFiles files;

    /** Earlier versions, looked at again and again by who pages through them. */
    private final Map<StoredObject, Snapshot> past = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StoredObject, Snapshot> eldest) {
            return size() > KEPT;
        }
    };

    LogLoader(String table, LogFiles files) {
        this.table = table;
        this.files = files;
    }

    /** What a log was found to hold. */
    record Loaded(Snapshot snapshot, LogListing listing) {}

    /**
     * The table as of its latest version.
     *
     * @param hint the version of some checkpoint, or 0
     */
    Loaded latest(long hint) throws IOException {
        LogListing listing = files.list(hint);
        if (hint > 0 && listing.checkpoint(Long.MAX_VALUE).isEmpty()) {
            return latest(0);
        }
        try {
            return new Loaded(load(listing, listing.last()), listing);
        } catch (DamagedLogException e) {
            if (hint == 0) {
                throw e;
            }
            return latest(0);
        } catch (NoSuchFileException e) {
            throw new IOException("the log of table " + table + " changed while it was read: " + e.getMessage(), e);
        }
    }

    /** The table as of a version; empty when there is none, or clean-up removed it. */
    Optional<Snapshot> at(LogListing listing, long version) throws IOException {
        if (!listing.reaches(version)) {
            return Optional.empty();
        }
        Optional<StoredObject> commit = Optional.ofNullable(listing.commits().get(version));
        synchronized (past) {
            Optional<Snapshot> known = commit.map(past::get);
            if (known.isPresent()) {
                return known;
            }
        }
        try {
            Snapshot loaded = load(listing, version);
            synchronized (past) {
                commit.ifPresent(file -> past.put(file, loaded));
            }
            return Optional.of(loaded);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // removed since it was listed
        }
    }

    /**
     * Reads from the last checkpoint before a version; from one before that, or from the first commit, when it is
     * damaged.
     */
    private Snapshot load(LogListing listing, long version) throws IOException {
        OptionalLong checkpoint = listing.checkpoint(version);
        while (checkpoint.isPresent()) {
            try {
                return load(listing, checkpoint.getAsLong(), version);
            } catch (DamagedLogException e) {
                checkpoint = listing.checkpoint(checkpoint.getAsLong() - 1);
                long before = checkpoint.orElse(-1);
                if (listing.commits().subMap(before, false, version, true).size() < version - before) {
                    throw e;
                }
                LOGGER.log(System.Logger.Level.WARNING, "reading older files of the log of " + table, e);
            }
        }
        return load(listing, -1, version);
    }

    private Snapshot load(LogListing listing, long checkpoint, long version) throws IOException {
        List<StoredObject> wanted = new ArrayList<>(listing.checkpoints().getOrDefault(checkpoint, List.of()));
        int parts = wanted.size();
        Optional<StoredObject> checksum =
                Optional.ofNullable(listing.checksums().get(checkpoint));
        checksum.ifPresent(wanted::add);
        for (long next = checkpoint + 1; next <= version; next++) {
            wanted.add(commit(listing, next));
        }
        List<byte[]> found = files.get(wanted);
        Snapshot base =
                parts == 0 ? Snapshot.none() : CheckpointReader.read(table, checkpoint, found.subList(0, parts));
        if (checksum.isPresent()) {
            Checksum.verify(table, base, found.get(parts));
        }
        Replay replay = new Replay(table, base);
        for (byte[] commit : found.subList(parts + (checksum.isPresent() ? 1 : 0), found.size())) {
            replay.apply(commit);
        }
        return replay.snapshot();
    }

    /**
     * Reads a checkpoint, and holds it against its checksum and against what older files say of the same version.
     *
     * @throws DamagedLogException when they differ
     */
    void requireSound(LogListing listing, long checkpoint) throws IOException {
        Snapshot snapshot = load(listing, checkpoint, checkpoint);
        long before = listing.checkpoint(checkpoint - 1).orElse(-1);
        if (listing.commits().subMap(before, false, checkpoint, true).size() < checkpoint - before) {
            return; // an earlier clean-up did not finish: older files tell no more
        }
        Snapshot other = load(listing, before, checkpoint);
        if (!snapshot.filesByPath().keySet().equals(other.filesByPath().keySet())
                || !snapshot.schema().equals(other.schema())) {
            throw new DamagedLogException("checkpoint " + checkpoint + " of table " + table
                    + " does not say what the log before it says; the log stays as it is");
        }
    }

    private StoredObject commit(LogListing listing, long version) throws IOException {
        StoredObject listed = listing.commits().get(version);
        if (listed == null) {
            throw new IOException("version " + version + " of table " + table
                    + " is missing from its log, which goes on to version " + listing.last());
        }
        return listed;
    }
}
