package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.table.MaintenanceResult.Files;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts one file in the place of several small ones: the same rows, as they are stored, sorted by key. Such a commit holds
 * on top of whatever writers commit meanwhile, while the small files are still there. Of those that are not, the rows
 * were changed; the next round sees what became of them.
 */
final class Compaction<T> {
    private static final String STEP = "merging files";

    /** Merged files may fit together again, and busy writers undo a round's work; else each round leaves fewer files. */
    private static final int MAX_ROUNDS = 10;

    private static final int MAX_FAILURES = 3;

    private final TableStore<T> table;
    private final Errand errand;
    private Files merged = Files.NONE;
    private final Set<DataFile> unreadable = new HashSet<>();
    private int failures;

    Compaction(TableStore<T> table, Errand errand) {
        this.table = table;
        this.errand = errand;
    }

    /** Which files others took the place of so far; in a dry run, which would be replaced. */
    Files merged() {
        return merged;
    }

    void run() throws IOException {
        boolean again = true;
        for (int round = 0; again && round < MAX_ROUNDS; round++) {
            Snapshot snapshot = table.log().latest();
            List<List<DataFile>> bins = bins(snapshot);
            if (errand.isDry()) {
                bins.forEach(this::count);
                return;
            }
            again = !bins.isEmpty() && merge(snapshot, bins);
        }
        if (again) {
            errand.leave(STEP + ": other writers were faster " + MAX_ROUNDS + " times");
        }
    }

    private List<List<DataFile>> bins(Snapshot snapshot) throws IOException {
        List<List<DataFile>> bins = new ArrayList<>();
        for (List<DataFile> small : CompactionPlan.worthwhile(snapshot.files())) {
            for (List<DataFile> alike : byForm(small)) {
                bins.addAll(CompactionPlan.bins(alike));
            }
        }
        return bins;
    }

    /** Rows are copied as they are stored, so files that store other columns, or otherwise, go into another bin. */
    private Collection<List<DataFile>> byForm(List<DataFile> files) throws IOException {
        Map<String, List<DataFile>> alike = new LinkedHashMap<>();
        for (DataFile file : files) {
            try {
                if (!unreadable.contains(file)) {
                    String form = table.files().form(file);
                    alike.computeIfAbsent(form, f -> new ArrayList<>()).add(file);
                }
            } catch (IOException e) {
                failed(List.of(file), e);
            }
        }
        return alike.values();
    }

    /** Files that cannot be read keep no others from being merged; a storage that fails again and again does. */
    private void failed(List<DataFile> files, IOException e) throws IOException {
        errand.fail(e);
        unreadable.addAll(files);
        failures++;
        if (failures == MAX_FAILURES) {
            throw e;
        }
    }

    private void count(List<DataFile> bin) {
        bin.forEach(file -> merged = merged.plus(file.size()));
    }

    /** @return false when time ran short */
    private boolean merge(Snapshot snapshot, List<List<DataFile>> bins) throws IOException {
        MergeBatch<T> batch = new MergeBatch<>(table, snapshot);
        for (int done = 0; done < bins.size(); done++) {
            if (!errand.options().hasTime()) {
                errand.leave(STEP + ": " + (bins.size() - done) + " merges are left, as time ran short");
                commit(batch);
                return false;
            }
            add(bins.get(done), batch);
            if (batch.isFull()) {
                commit(batch);
                batch = new MergeBatch<>(table, table.log().latest());
            }
            errand.at(STEP, done + 1, bins.size());
        }
        commit(batch);
        return true;
    }

    private void add(List<DataFile> bin, MergeBatch<T> batch) throws IOException {
        try {
            batch.add(bin);
        } catch (IOException e) {
            failed(bin, e);
        }
    }

    private void commit(MergeBatch<T> batch) throws IOException {
        count(batch.commit());
    }
}
