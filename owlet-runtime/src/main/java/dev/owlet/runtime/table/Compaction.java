package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
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
    static final String STEP = "merging files";

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
        for (int round = 0; again; round++) {
            if (round == MAX_ROUNDS) {
                errand.leave(STEP + ": other writers were faster " + MAX_ROUNDS + " times");
                return;
            }
            again = round();
        }
    }

    /** @return whether to look again */
    private boolean round() throws IOException {
        List<List<DataFile>> worthwhile =
                CompactionPlan.worthwhile(table.log().latest().files());
        long total = worthwhile.stream().mapToLong(List::size).sum();
        long done = 0;
        boolean any = false;
        MergeBatch<T> batch = new MergeBatch<>(table);
        for (List<DataFile> small : worthwhile) {
            for (List<DataFile> bin : bins(small)) {
                if (errand.options().hasTime()) {
                    batch = merge(bin, batch);
                    done += bin.size();
                    errand.at(STEP, done, total);
                    any = true;
                }
            }
        }
        commit(batch);
        if (!errand.options().hasTime()) {
            errand.leave(STEP + ": up to " + (total - done) + " small files are left, as time ran short");
            return false;
        }
        return any && !errand.isDry();
    }

    private List<List<DataFile>> bins(List<DataFile> small) throws IOException {
        List<List<DataFile>> bins = new ArrayList<>();
        for (List<DataFile> alike : byForm(small)) {
            bins.addAll(CompactionPlan.bins(alike));
        }
        return bins;
    }

    /** Rows are copied as they are stored, so files that store other columns, or otherwise, go into another bin. */
    private Collection<List<DataFile>> byForm(List<DataFile> files) throws IOException {
        Map<String, List<DataFile>> alike = new LinkedHashMap<>();
        for (DataFile file : files) {
            try {
                if (errand.options().hasTime() && !unreadable.contains(file)) {
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

    /** @return the batch for what follows */
    private MergeBatch<T> merge(List<DataFile> bin, MergeBatch<T> batch) throws IOException {
        if (errand.isDry()) {
            count(bin);
            return batch;
        }
        try {
            batch.add(bin);
        } catch (IOException e) {
            failed(bin, e);
        }
        if (batch.isFull()) {
            commit(batch);
            return new MergeBatch<>(table);
        }
        return batch;
    }

    private void commit(MergeBatch<T> batch) throws IOException {
        count(batch.commit());
    }
}
