package dev.owlet.runtime.faults;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.DeltaLog;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableView;
import dev.owlet.runtime.table.UnknownVersionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One table against the journals: each version of its log in order, then what is there now. */
final class TableCheck {
    /** How many old versions are read and compared, spread over all; and how many after unanswered writes and care. */
    private static final int SAMPLES = 20;

    private static final int SUSPECTS = 40;

    private final ObjectStore store;
    private final Table<?> table;
    private final Journals journals;
    private final boolean vacuumed;
    private final Findings findings;
    private final Model model;
    private final String folder;
    private final Map<String, Long> committed = new HashMap<>();
    private final Set<String> live = new LinkedHashSet<>();
    private final Map<String, List<Answer>> answers = new HashMap<>();
    private final SortedMap<Long, List<Answer>> refusals = new TreeMap<>();
    private int suspects;
    private int unread;

    /** @param vacuumed whether files of old versions may be gone */
    TableCheck(ObjectStore store, Table<?> table, Journals journals, boolean vacuumed, Findings findings) {
        this.store = store;
        this.table = table;
        this.journals = journals;
        this.vacuumed = vacuumed;
        this.findings = findings;
        model = new Model(table, findings);
        folder = Birds.FOLDERS.get(table.spec().name());
    }

    /** @param log all versions from 0, also those that clean-up took away since */
    void run(SortedMap<Long, Version> log) throws IOException {
        sortAnswers();
        long next = 0;
        long step = Math.max(1, log.size() / SAMPLES);
        for (Version version : log.values()) {
            findings.unless(version.number() == next, at(next), "is missing from the log");
            next = version.number() + 1;
            boolean suspect = apply(version) && suspects++ < SUSPECTS;
            for (Answer answer : refusals.getOrDefault(version.number(), List.of())) {
                model.apply(at(version.number()), journals.request(answer.request()), answer.outcomes());
            }
            if (suspect || version.number() % step == 0) {
                compare(version.number());
            }
        }
        checkAnswers();
        checkFailures();
        checkLatest(next - 1);
    }

    Model model() {
        return model;
    }

    int commits() {
        return committed.size();
    }

    /** Old versions that could not be read any more. */
    int unread() {
        return unread;
    }

    private String at(long version) {
        return table.spec().name() + " version " + version;
    }

    private void sortAnswers() {
        for (Answer answer : journals.answers()) {
            if (journals.request(answer.request()).table().equals(table.spec().name())) {
                answers.computeIfAbsent(answer.request(), id -> new ArrayList<>())
                        .add(answer);
                if (!answer.isCommitted()) {
                    refusals.computeIfAbsent(answer.version(), v -> new ArrayList<>())
                            .add(answer);
                }
            }
        }
    }

    /** @return whether the version is worth a closer look */
    private boolean apply(Version version) {
        String where = at(version.number());
        version.removed().forEach(path -> findings.unless(live.remove(path), where, "removes " + path + " in vain"));
        live.addAll(version.added());
        if (version.operation().equals("PREPARE DELETE")) {
            findings.unless(version.added().isEmpty() && version.removed().isEmpty(), where, "has files");
            return false;
        }
        if (!version.dataChange()) {
            return true;
        }
        String id = version.user();
        if (!journals.has(id)
                || !journals.request(id).table().equals(table.spec().name())) {
            findings.add(where + ": made by nobody: " + version);
            return true;
        }
        Long before = committed.put(id, version.number());
        findings.unless(before == null, where, id + " was done before, in version " + before);
        List<String> told = told(id, version.number());
        model.apply(where, journals.request(id), told);
        return told == null;
    }

    private @Nullable List<String> told(String id, long version) {
        return answers.getOrDefault(id, List.of()).stream()
                .filter(answer -> answer.isCommitted() && answer.version() == version)
                .map(Answer::outcomes)
                .findFirst()
                .orElse(null);
    }

    /** Every acknowledged write is in the log where it was said to be, and repetitions were told the same. */
    private void checkAnswers() {
        answers.forEach((id, told) -> {
            Long version = committed.get(id);
            List<String> first = version == null ? null : told(id, version);
            for (Answer answer : told) {
                if (answer.isCommitted()) {
                    boolean kept = version != null && version == answer.version();
                    findings.unless(
                            kept,
                            at(answer.version()),
                            "acknowledged, but lost or moved to " + version + ": " + answer);
                    findings.unless(
                            answer.outcomes().equals(first), at(answer.version()), id + " told otherwise: " + answer);
                } else {
                    boolean before = version == null || answer.version() < version;
                    findings.unless(
                            before, at(answer.version()), "refused after it was done in " + version + ": " + answer);
                }
            }
        });
    }

    private void checkFailures() {
        for (Failure failure : journals.failures()) {
            Request request = journals.request(failure.request());
            boolean done = committed.containsKey(request.id());
            if (request.table().equals(table.spec().name())) {
                boolean wrong = failure.kind() == Failure.Kind.BUSY && done && !request.event()
                        || failure.kind() == Failure.Kind.FORGOTTEN && !done;
                findings.unless(!wrong, table.spec().name(), failure + ", but done: " + done);
            }
        }
    }

    private void checkLatest(long last) throws IOException {
        Snapshot latest = DeltaLog.of(store, folder).latest();
        findings.unless(latest.version() == last, at(last), "is the last, but Owlet says " + latest.version());
        Set<String> files = new HashSet<>();
        latest.files().forEach(file -> files.add(file.path()));
        findings.unless(files.equals(live), at(last), "names other files than the commits tell");
        Set<String> there = CommitLog.files(store, folder);
        for (DataFile file : latest.files()) {
            findings.unless(
                    there.contains(CommitLog.decoded(file.path())), at(last), "names " + file + ", which is missing");
        }
        int before = unread;
        compare(last);
        findings.unless(unread == before, at(last), "cannot be read");
    }

    private void compare(long version) {
        try {
            compare(at(version), table, table.view(version));
        } catch (UnknownVersionException e) {
            unread(version, e);
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof NoSuchFileException)) {
                throw e;
            }
            unread(version, e);
        }
    }

    private void unread(long version, RuntimeException e) {
        unread++;
        findings.unless(vacuumed, at(version), "cannot be read: " + e);
    }

    private <T> void compare(String where, Table<T> typed, TableView<?> view) {
        Map<String, Model.Row> expected = new TreeMap<>(model.rows());
        @SuppressWarnings("unchecked") // the view is this table's
        TableView<T> own = (TableView<T>) view;
        try (Stream<Stored<T>> all = own.rows(Filter.all())) {
            all.forEach(stored -> {
                String key = String.valueOf(typed.spec().key().get(0).get(stored.row()));
                Model.Row row = expected.remove(key);
                findings.unless(row != null, where, "has a row too many, or one twice: " + stored);
                if (row != null) {
                    boolean equal = Rows.json(typed, stored.row()).equals(row.content())
                            && stored.version() == row.version()
                            && stored.createdBy().equals(row.createdBy())
                            && stored.updatedBy().equals(row.updatedBy())
                            && (row.etag() == null || row.etag().equals(stored.etag()));
                    findings.unless(equal, where, "has " + stored + " in place of " + row);
                }
            });
        }
        expected.forEach((key, row) -> findings.add(where + ": lacks " + key + ": " + row));
    }
}
