package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.Commit;
import dev.owlet.runtime.delta.CommitConflictException;
import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.Snapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merged files that are committed together: as many as make up one of full size, so that a table of many small partitions
 * does not get a commit for each, and a run that ends early has done something. Not thread-safe.
 */
final class MergeBatch<T> {
    private static final String OPERATION = "OPTIMIZE";
    private static final String USER = "maintenance";

    /** A file that no commit names is removed once it is old: one that waited this long is not committed any more. */
    private static final Duration FRESH = Duration.ofMinutes(30);

    private static final int MAX_LOSSES = 10;

    private final TableStore<T> table;
    private final Instant begun = Instant.now();
    private final List<Merged> merged = new ArrayList<>();
    private int files;
    private long bytes;

    private record Merged(List<DataFile> from, List<DataFile> to) {}

    MergeBatch(TableStore<T> table) {
        this.table = table;
    }

    /** Makes what takes the place of some files: one other, unless the log is wrong about them. */
    void add(List<DataFile> bin) throws IOException {
        Merged made = new Merged(bin, table.files().merge(bin, table.spec().key(), Layout.ROWS_PER_FILE));
        if (made.to.size() < bin.size()) {
            merged.add(made);
            files += bin.size();
            bin.forEach(file -> bytes += file.size());
        } else {
            discard(made);
        }
    }

    boolean isFull() {
        return bytes >= CompactionPlan.TARGET_BYTES || files >= CompactionPlan.CHUNK;
    }

    /** @return the files that others took the place of; none when other writers did away with all of them meanwhile */
    List<DataFile> commit() throws IOException {
        for (int losses = 0; !merged.isEmpty(); losses++) {
            Snapshot latest = table.log().latest();
            dropLost(latest);
            if (merged.isEmpty() || losses == MAX_LOSSES || Instant.now().isAfter(begun.plus(FRESH))) {
                merged.forEach(this::discard);
                break;
            }
            if (commitOn(latest)) {
                return replaced();
            }
        }
        return List.of();
    }

    /** @return false when others changed some of the files since: then again, without these */
    private boolean commitOn(Snapshot latest) throws IOException {
        try {
            table.log().rewrite(latest, commitOfAll());
            return true;
        } catch (CommitConflictException e) {
            return false;
        }
    }

    /** What others changed meanwhile is for the next round; the rest goes on top of that. */
    private void dropLost(Snapshot latest) {
        Set<DataFile> there = new HashSet<>(latest.files());
        for (Merged made : List.copyOf(merged)) {
            if (!there.containsAll(made.from)) {
                merged.remove(made);
                discard(made);
            }
        }
    }

    private void discard(Merged made) {
        made.to.forEach(table.files()::discard);
    }

    private List<DataFile> replaced() {
        return merged.stream().flatMap(made -> made.from.stream()).toList();
    }

    private Commit commitOfAll() {
        List<DataFile> added = merged.stream().flatMap(made -> made.to.stream()).toList();
        List<DataFile> removed = replaced();
        Map<String, Long> metrics = Map.of(
                "numAddedFiles",
                (long) added.size(),
                "numAddedBytes",
                added.stream().mapToLong(DataFile::size).sum(),
                "numRemovedFiles",
                (long) removed.size(),
                "numRemovedBytes",
                removed.stream().mapToLong(DataFile::size).sum());
        return new Commit(
                added,
                removed,
                Optional.empty(),
                List.of(),
                List.of(),
                OPERATION,
                USER,
                metrics,
                Optional.empty(),
                false);
    }
}
