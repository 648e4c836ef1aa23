package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/**
 * What may be deleted of a table, and what must stay. Only tells; deleting is up to the caller. Counts by the clock of
 * the store, never by that of this machine or of a writer, and refuses where the log does not tell for certain.
 */
public final class LogCare {
    private final String table;
    private final LogFiles files;
    private final LogLoader loader;

    private LogCare(ObjectStore store, String folder) {
        table = folder;
        files = new LogFiles(store, folder);
        loader = new LogLoader(folder, files);
    }

    /** @param folder key of the table's folder, without a slash at the end */
    public static LogCare of(ObjectStore store, String folder) {
        return new LogCare(store, folder);
    }

    /**
     * When the latest version was committed, by the store's clock: a time that is surely past, from which retentions
     * count back.
     *
     * @throws IOException when there is no table
     */
    public Instant lastCommit() throws IOException {
        return lastCommit(load().listing());
    }

    /** How long data files stay after they were removed from the table: a week, or as its properties say. */
    public Duration fileRetention() throws IOException {
        return Retention.of(load().snapshot().definition()).files();
    }

    /**
     * The data files that some version since {@code cutoff} is made of, the latest among them: keys below the table's
     * folder. Files that are in no version, or in older ones only, are not among them; nor are those that a writer is
     * about to commit, so that only what was written before {@code cutoff} may be deleted.
     *
     * @throws IOException when the log does not reach back to {@code cutoff}, or cannot be understood
     */
    public Set<String> filesSince(Instant cutoff) throws IOException {
        LogLoader.Loaded loaded = load();
        Set<String> keep = new HashSet<>(loaded.snapshot().filesByPath().keySet());
        NavigableMap<Long, Instant> times = loaded.listing().times();
        requireReach(loaded.listing(), times, cutoff);
        for (Map.Entry<Long, Instant> version : times.entrySet()) {
            if (!version.getValue().isBefore(cutoff)) {
                StoredObject commit = loaded.listing().commits().get(version.getKey());
                CommitLines.each(table, version.getKey(), files.get(commit), action -> addFile(action, keep));
            }
        }
        return keep;
    }

    /** What a commit removed was part of the version before it. */
    private static void addFile(JsonNode action, Set<String> keep) throws IOException {
        for (String kind : List.of("add", "remove")) {
            if (action.has(kind)) {
                keep.add(LogPath.key(action.get(kind).path("path").asText()));
            }
        }
    }

    private void requireReach(LogListing listing, NavigableMap<Long, Instant> times, Instant cutoff)
            throws IOException {
        long first = times.firstKey();
        if (times.size() != listing.last() - first + 1) {
            throw new IOException("the log of table " + table + " has a gap between versions " + first + " and "
                    + listing.last() + "; nothing can be told of its files");
        }
        if (first > 0 && times.get(first).isAfter(cutoff)) {
            throw new IOException("the log of table " + table + " begins with version " + first + " of "
                    + times.get(first) + ", so that it does not tell which files older versions had at " + cutoff);
        }
    }

    /**
     * The files of the log that no version within the log's retention needs (30 days, or as the table's properties say,
     * and not less than transactions are kept): those before the last checkpoint that was complete when the retention
     * began. That checkpoint was read, and says what the files before it say. Deleted in this order, the log can be read
     * at every moment.
     *
     * @return keys in the store; none when the table's property {@code delta.enableExpiredLogCleanup} is false
     */
    public List<String> expired() throws IOException {
        LogLoader.Loaded loaded = load();
        TableDefinition definition = loaded.snapshot().definition();
        Retention retention = Retention.of(definition);
        Duration kept =
                retention.log().compareTo(retention.transactions()) < 0 ? retention.transactions() : retention.log();
        LogListing listing = loaded.listing();
        Instant cutoff = lastCommit(listing).minus(kept);
        long begins = -1;
        for (Map.Entry<Long, Instant> version : listing.times().entrySet()) {
            if (!version.getValue().isAfter(cutoff)) {
                begins = version.getKey();
            }
        }
        long checkpoint = listing.checkpoint(begins).orElse(-1);
        boolean isOff = "false".equalsIgnoreCase(definition.configuration().get("delta.enableExpiredLogCleanup"));
        if (isOff || checkpoint < 0 || listing.before(checkpoint).isEmpty()) {
            return List.of();
        }
        loader.requireSound(listing, checkpoint);
        return listing.before(checkpoint).stream().map(StoredObject::key).toList();
    }

    private LogLoader.Loaded load() throws IOException {
        LogLoader.Loaded loaded = loader.latest(0);
        if (!loaded.snapshot().exists() || loaded.listing().commits().isEmpty()) {
            throw new IOException("there is no log of a table " + table);
        }
        loaded.snapshot().definition().requireWritable(table, false);
        return loaded;
    }

    private static Instant lastCommit(LogListing listing) {
        return listing.times().lastEntry().getValue();
    }
}
