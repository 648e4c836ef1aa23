package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.LogCare;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.util.List;

/** Deletes what no version within the log's retention needs of it, oldest first, so that it can be read at all times. */
final class LogCleanUp {
    static final String STEP = "shortening the log";

    private final ObjectStore store;
    private final LogCare care;
    private final Errand errand;
    private long removed;

    LogCleanUp(TableStore<?> table, Errand errand) {
        this.store = table.objects();
        this.care = LogCare.of(store, table.folder());
        this.errand = errand;
    }

    /** How many files were deleted so far; in a dry run, how many would be. */
    long removed() {
        return removed;
    }

    void run() throws IOException {
        List<String> expired = care.expired();
        for (String key : expired) {
            if (!errand.options().hasTime()) {
                errand.leave(STEP + ": " + (expired.size() - removed) + " are left, as time ran short");
                return;
            }
            if (!errand.isDry()) {
                store.delete(key);
            }
            removed++;
            errand.at(STEP, removed, expired.size());
        }
    }
}
