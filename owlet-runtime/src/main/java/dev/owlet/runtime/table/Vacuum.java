package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.LogCare;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import dev.owlet.runtime.table.MaintenanceResult.Files;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Deletes data files that no version within the retention is made of: those that left the table, and those of writes that
 * never committed. As with Delta's VACUUM, a file goes when it is older than the retention and in no such version; one
 * that a write is about to commit is young, and stays. What lies in the table's folder and is no data file stays too.
 */
final class Vacuum {
    static final String STEP = "removing files";

    /** After so many the log is read again: whoever restores an old version brings its files back. */
    private static final int CHUNK = 1000;

    private final TableStore<?> table;
    private final ObjectStore store;
    private final StoreClock clock;
    private final LogCare care;
    private final Errand errand;
    private Files removed = Files.NONE;

    Vacuum(TableStore<?> table, StoreClock clock, Errand errand) {
        this.table = table;
        this.store = table.objects();
        this.clock = clock;
        this.care = LogCare.of(store, table.folder());
        this.errand = errand;
    }

    /** What was deleted so far; in a dry run, what would be. */
    Files removed() {
        return removed;
    }

    void run() throws IOException {
        Instant cutoff = clock.past().minus(errand.options().retention(care.fileRetention()));
        List<StoredObject> old = old(cutoff); // listed before the log is read, which so tells of all that is listed
        for (int from = 0; from < old.size(); from += CHUNK) {
            int to = Math.min(from + CHUNK, old.size());
            if (!remove(unneeded(old.subList(from, to), cutoff))) {
                return;
            }
            errand.at(STEP, to, old.size());
        }
        if (!errand.isDry()) {
            removed = removed.plus(new Files(store.sweep(table.folder(), cutoff), 0));
        }
    }

    private List<StoredObject> old(Instant cutoff) throws IOException {
        TableFolder folder =
                new TableFolder(table.folder(), table.log().latest().partitionColumns());
        List<StoredObject> old = new ArrayList<>();
        for (StoredObject object : store.listAll(table.folder())) {
            if (object.modified().isBefore(cutoff) && folder.isDataFile(object.key())) {
                old.add(object);
            }
        }
        return old;
    }

    private List<StoredObject> unneeded(List<StoredObject> old, Instant cutoff) throws IOException {
        Set<String> needed = care.filesSince(cutoff);
        int folder = table.folder().length() + 1;
        return old.stream()
                .filter(object -> !needed.contains(object.key().substring(folder)))
                .toList();
    }

    /** @return false when time ran short */
    private boolean remove(List<StoredObject> objects) throws IOException {
        for (int i = 0; i < objects.size(); i++) {
            if (!errand.options().hasTime()) {
                errand.leave(STEP + ": " + (objects.size() - i) + " or more are left, as time ran short");
                return false;
            }
            if (!errand.isDry()) {
                delete(objects.get(i).key());
            }
            removed = removed.plus(objects.get(i).size());
        }
        return true;
    }

    /** Other engines may give names that our keys exclude: such a file can be seen, and not touched. */
    private void delete(String key) throws IOException {
        try {
            store.delete(key);
        } catch (IllegalArgumentException e) {
            throw new IOException("a file that is no longer needed cannot be removed: " + e.getMessage(), e);
        }
    }
}
