package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.StoredObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commits and checkpoints among the files of a log, by their names (protocol, section "File Types"). */
final class LogListing {
    private static final Pattern NAME =
            Pattern.compile("00(\\d{18})\\.(?:(json)|(crc)|checkpoint(?:\\.(\\d{10})\\.(\\d{10}))?\\.parquet)");

    private final NavigableMap<Long, StoredObject> commits = new TreeMap<>();
    private final NavigableMap<Long, StoredObject> checksums = new TreeMap<>();
    private final NavigableMap<Long, List<StoredObject>> checkpoints = new TreeMap<>();
    private final NavigableMap<Long, List<StoredObject>> parts = new TreeMap<>();

    LogListing(List<StoredObject> files) {
        NavigableMap<String, List<StoredObject>> sets = new TreeMap<>();
        for (StoredObject file : files) {
            String name = file.key().substring(file.key().lastIndexOf('/') + 1);
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                add(Long.parseLong(matcher.group(1)), matcher, file, sets);
            }
        }
    }

    private void add(long version, Matcher name, StoredObject file, NavigableMap<String, List<StoredObject>> sets) {
        if (name.group(2) != null) {
            commits.put(version, file);
        } else if (name.group(3) != null) {
            checksums.put(version, file);
        } else {
            parts.computeIfAbsent(version, v -> new ArrayList<>()).add(file);
            addCheckpoint(version, name, file, sets);
        }
    }

    /** A checkpoint in parts counts once all its parts are there; one in a single file is as good, and simpler. */
    private void addCheckpoint(
            long version, Matcher name, StoredObject file, NavigableMap<String, List<StoredObject>> sets) {
        if (name.group(4) == null) {
            checkpoints.put(version, List.of(file));
            return;
        }
        List<StoredObject> set = sets.computeIfAbsent(version + "/" + name.group(5), key -> new ArrayList<>());
        set.add(file);
        if (set.size() == Long.parseLong(name.group(5))) {
            checkpoints.putIfAbsent(version, set);
        }
    }

    NavigableMap<Long, StoredObject> commits() {
        return commits;
    }

    NavigableMap<Long, StoredObject> checksums() {
        return checksums;
    }

    /** The complete checkpoints, each with its files. */
    NavigableMap<Long, List<StoredObject>> checkpoints() {
        return checkpoints;
    }

    /** The last complete checkpoint at or before a version. */
    OptionalLong checkpoint(long atMost) {
        Long version = checkpoints.floorKey(atMost);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /** The last version that a commit or a checkpoint tells of; -1 when there is none. */
    long last() {
        long commit = commits.isEmpty() ? -1 : commits.lastKey();
        return Math.max(commit, checkpoints.isEmpty() ? -1 : checkpoints.lastKey());
    }

    /** Whether the log holds all that makes this version. */
    boolean reaches(long version) {
        long start = checkpoint(version).orElse(-1);
        return start == version
                || (version <= last()
                        && commits.subMap(start, false, version, true).size() == version - start);
    }

    /**
     * When each version was committed, by the store's clock, as Delta counts for time travel: that clock may step back
     * too, the order of versions does not, so that no version is older than the one before it.
     */
    NavigableMap<Long, Instant> times() {
        NavigableMap<Long, Instant> times = new TreeMap<>();
        Instant latest = Instant.MIN;
        for (StoredObject commit : commits.values()) {
            Instant written = LogFiles.written(commit);
            latest = written.isAfter(latest) ? written : latest;
            times.put(version(commit), latest);
        }
        return times;
    }

    private static long version(StoredObject commit) {
        String name = commit.key().substring(commit.key().lastIndexOf('/') + 1);
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    /**
     * Commits, checksums and checkpoints (also incomplete ones) before a version, in an order in which they can be
     * deleted: oldest version first, and of a version the checkpoint last, as later versions are read from it.
     */
    List<StoredObject> before(long version) {
        record Aged(long version, int rank, StoredObject file) {}
        List<Aged> old = new ArrayList<>();
        commits.headMap(version).forEach((of, file) -> old.add(new Aged(of, 0, file)));
        checksums.headMap(version).forEach((of, file) -> old.add(new Aged(of, 1, file)));
        parts.headMap(version).forEach((of, set) -> set.forEach(file -> old.add(new Aged(of, 2, file))));
        return old.stream()
                .sorted(Comparator.comparingLong(Aged::version).thenComparingInt(Aged::rank))
                .map(Aged::file)
                .toList();
    }
}
