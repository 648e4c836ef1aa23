package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.StoredObject;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commits and checkpoints among the files of a log, by their names (protocol, section "File Types"). */
final class LogListing {
    private static final Pattern COMMIT = Pattern.compile("00(\\d{18})\\.json");
    private static final Pattern CHECKPOINT =
            Pattern.compile("00(\\d{18})\\.checkpoint(?:\\.(\\d{10})\\.(\\d{10}))?\\.parquet");

    private final NavigableMap<Long, StoredObject> commits = new TreeMap<>();
    private final TreeSet<Long> checkpoints = new TreeSet<>();

    LogListing(List<StoredObject> files) {
        NavigableMap<Long, Set<String>> parts = new TreeMap<>();
        for (StoredObject file : files) {
            String name = file.key().substring(file.key().lastIndexOf('/') + 1);
            Matcher commit = COMMIT.matcher(name);
            Matcher checkpoint = CHECKPOINT.matcher(name);
            if (commit.matches()) {
                commits.put(Long.parseLong(commit.group(1)), file);
            } else if (checkpoint.matches()) {
                addCheckpoint(checkpoint, parts);
            }
        }
    }

    /** A checkpoint in parts counts once all its parts are there. */
    private void addCheckpoint(Matcher name, NavigableMap<Long, Set<String>> parts) {
        long version = Long.parseLong(name.group(1));
        if (name.group(2) == null) {
            checkpoints.add(version);
            return;
        }
        Set<String> found = parts.computeIfAbsent(version, v -> new HashSet<>());
        found.add(name.group(2) + "/" + name.group(3));
        if (found.stream().filter(part -> part.endsWith("/" + name.group(3))).count()
                == Long.parseLong(name.group(3))) {
            checkpoints.add(version);
        }
    }

    NavigableMap<Long, StoredObject> commits() {
        return commits;
    }

    /** The last complete checkpoint at or before a version. */
    OptionalLong checkpoint(long atMost) {
        Long version = checkpoints.floor(atMost);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /** The last version that a commit or a checkpoint tells of; -1 when there is none. */
    long last() {
        long commit = commits.isEmpty() ? -1 : commits.lastKey();
        return Math.max(commit, checkpoints.isEmpty() ? -1 : checkpoints.last());
    }
}
