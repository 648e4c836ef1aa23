package dev.owlet.runtime.faults;

import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the tables against the journals of those who wrote them. As a process: arguments are root, folder of journals, seed,
 * a file for the facts, and the archive of commits when maintenance ran; ends with 1 when anything is wrong.
 */
final class Checker {
    private final ObjectStore store;
    private final Journals journals;
    private final Optional<Path> archive;
    private final Findings findings = new Findings();
    private final Birds birds;
    private int commits;
    private int unread;

    /** @param archive commits that may be gone, as files of old versions may be; empty when nothing may be gone */
    Checker(ObjectStore store, Journals journals, Optional<Path> archive) {
        this.store = store;
        this.journals = journals;
        this.archive = archive;
        this.birds = new Birds(store);
    }

    public static void main(String[] arguments) throws IOException {
        ObjectStore store = ObjectStore.open(arguments[0]);
        Journals journals = Journals.in(Path.of(arguments[1]));
        Optional<Path> archive = arguments.length > 4 ? Optional.of(Path.of(arguments[4])) : Optional.empty();
        Checker checker = new Checker(store, journals, archive);
        List<String> findings = checker.run();
        checker.findings.print();
        if (!findings.isEmpty()) {
            System.out.println("reproduce with the seed " + arguments[2] + "; journals in " + arguments[1]);
            System.exit(1);
        }
        Facts.write(checker.birds, Path.of(arguments[3]));
        System.out.println(checker.summary());
    }

    /** @return what is wrong */
    List<String> run() throws IOException {
        for (Table<?> table : birds.tables().all()) {
            String folder = Birds.FOLDERS.get(table.spec().name());
            SortedMap<Long, Version> log =
                    archive.isPresent() ? CommitLog.read(store, folder, archive.get()) : CommitLog.read(store, folder);
            if (!log.isEmpty()) {
                TableCheck check = new TableCheck(store, table, journals, archive.isPresent(), findings);
                check.run(log);
                commits += check.commits();
                unread += check.unread();
            }
        }
        if (findings.all().isEmpty()) { // else they may not be readable
            checkReferences();
        }
        return findings.all();
    }

    private void checkReferences() {
        Set<String> nests = new HashSet<>(keys(birds.table("Nest")));
        try (Stream<String> referred = nests(birds.table("Ring"))) {
            referred.filter(nest -> !nests.contains(nest))
                    .forEach(nest -> findings.add("a ring refers to the nest " + nest + ", which is not there"));
        }
    }

    private static <T> Set<String> keys(Table<T> table) {
        try (var rows = table.scan(Filter.all())) {
            return rows.map(stored -> String.valueOf(table.spec().key().get(0).get(stored.row())))
                    .collect(Collectors.toSet());
        }
    }

    private static <T> Stream<String> nests(Table<T> table) {
        return table.scan(Filter.all())
                .map(stored -> Rows.json(table, stored.row()).path("nest").asText());
    }

    /** A line of {@code name=number}. */
    private String summary() {
        long rows = birds.tables().all().stream()
                .mapToLong(table -> table.view().count())
                .sum();
        Map<Failure.Kind, Long> failures =
                journals.failures().stream().collect(Collectors.groupingBy(Failure::kind, Collectors.counting()));
        long replayed = journals.answers().stream().filter(Answer::replayed).count();
        return "commits=" + commits + " conflicts=" + journals.conflicts() + " replayed=" + replayed
                + " failed="
                + failures.values().stream().mapToLong(Long::longValue).sum() + " rows=" + rows
                + " unread=" + unread;
    }
}
