package dev.owlet.runtime.faults;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.DeltaLog;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The quick look of a process that comes up after another was killed: what the log names is there, and what the dead one
 * was told at the end was done.
 */
final class Recheck {
    private static final int LAST = 3;

    private final ObjectStore store;
    private final Path journals;

    Recheck(ObjectStore store, Path journals) {
        this.store = store;
        this.journals = journals;
    }

    /** @param name of the form {@code slot+generation}; others have no predecessor */
    void after(String name) throws IOException {
        int plus = name.indexOf('+');
        if (plus < 0) {
            return;
        }
        for (String folder : Birds.FOLDERS.values()) {
            requireFiles(folder);
        }
        int generation = Integer.parseInt(name.substring(plus + 1));
        Path before = journals.resolve(name.substring(0, plus + 1) + (generation - 1));
        if (Files.exists(before)) {
            requireDone(Journals.of(List.of(before)));
        }
    }

    /** Others may take away meanwhile what only older versions name: a file counts as missing when it is still named. */
    private void requireFiles(String folder) throws IOException {
        DeltaLog log = DeltaLog.of(store, folder);
        Snapshot snapshot = log.latest();
        Set<String> there = CommitLog.files(store, folder);
        for (DataFile file : snapshot.files()) {
            if (!there.contains(CommitLog.decoded(file.path()))
                    && log.latest().files().contains(file)) {
                throw new IllegalStateException(
                        "version " + snapshot.version() + " of " + folder + " names " + file + ", which is not there");
            }
        }
    }

    private void requireDone(Journals told) throws IOException {
        List<Answer> committed =
                told.answers().stream().filter(Answer::isCommitted).toList();
        for (Answer answer : committed.subList(Math.max(0, committed.size() - LAST), committed.size())) {
            String folder = Birds.FOLDERS.get(told.request(answer.request()).table());
            Optional<Version> version = CommitLog.version(store, folder, answer.version());
            if (version.isPresent() && !version.get().user().equals(answer.request())) {
                throw new IllegalStateException(answer + " was told, but the log has " + version.get());
            }
        }
    }
}
