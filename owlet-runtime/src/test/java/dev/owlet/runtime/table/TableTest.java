package dev.owlet.runtime.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.row.ViolationException;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import dev.owlet.runtime.table.Places.Visit;
import dev.owlet.runtime.table.Places.VisitTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    @TempDir
    Path folder;

    private PlaceTable places;
    private VisitTable visits;

    @BeforeEach
    void open() {
        Tables tables = new Tables(ObjectStore.open(folder.toString()));
        places = tables.add(new PlaceTable());
        visits = tables.add(new VisitTable());
    }

    private static <T> List<Stored<T>> all(Table<T> table) {
        try (Stream<Stored<T>> rows = table.scan(Filter.all())) {
            return rows.toList();
        }
    }

    private static <T> Outcome<T> one(Table<T> table, Change<T> change) {
        return table.write(List.of(change), WriteOptions.by("ann", "TEST"))
                .outcomes()
                .get(0);
    }

    private static List<String> faults(Outcome<?> outcome) {
        return ((Outcome.Rejected<?>) outcome)
                .violations().stream().map(v -> v.pointer() + " " + v.code()).toList();
    }

    @Test
    void anUnusedTableIsEmptyAndNotThere() {
        assertThat(places.view().version()).isEqualTo(-1);
        assertThat(places.view().count()).isZero();
        assertThat(places.find(List.of("NL1"))).isEmpty();
        assertThat(places.history(10)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rowsComeBackInAnotherProcess() {
        places.append(List.of(new Place("NL1", "Marsh", null), Place.of("NL2")), "ann");

        open();

        assertThat(all(places))
                .extracting(Stored::row)
                .containsExactly(new Place("NL1", "Marsh", null), Place.of("NL2"));
        assertThat(places.view().count()).isEqualTo(2);
        assertThat(places.find(List.of("NL2")).orElseThrow().row()).isEqualTo(Place.of("NL2"));
    }

    @Test
    void systemColumnsTellOriginAndChange() {
        places.write(
                List.of(new Change.Insert<>(Place.of("NL1"))),
                new WriteOptions("ann", "INSERT", Optional.empty(), Optional.empty(), Optional.of("upload-1")));
        Stored<Place> created = places.find(List.of("NL1")).orElseThrow();
        places.upsert(List.of(new Place("NL1", "Marsh", null)), "bob");

        open();
        Stored<Place> updated = places.find(List.of("NL1")).orElseThrow();

        assertThat(created.version()).isEqualTo(1);
        assertThat(created.upload()).hasValue("upload-1");
        assertThat(updated.version()).isEqualTo(2);
        assertThat(updated.createdBy()).isEqualTo("ann");
        assertThat(updated.createdAt()).isEqualTo(created.createdAt());
        assertThat(updated.updatedBy()).isEqualTo("bob");
        assertThat(updated.updatedAt()).isAfter(created.updatedAt()).isBefore(Instant.now());
        assertThat(updated.etag()).isNotEqualTo(created.etag());
    }

    @Test
    void aKeyOccursOnceAlsoWithinABatch() {
        places.append(List.of(Place.of("NL1")), "ann");

        WriteResult<Place> result =
                places.append(List.of(Place.of("NL1"), Place.of("NL2"), Place.of("NL2"), Place.of("NL3")), "ann");

        assertThat(result.outcomes())
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Rejected", "Created", "Rejected", "Created");
        assertThat(faults(result.outcomes().get(2))).containsExactly("/code duplicate");
        assertThat(places.view().count()).isEqualTo(3);
        assertThat(result.version()).isEqualTo(1);
    }

    @Test
    void nothingAcceptedIsNoCommit() {
        places.append(List.of(Place.of("NL1")), "ann");

        assertThat(places.append(List.of(Place.of("NL1")), "ann").version()).isZero();
        assertThat(places.history(10)).hasSize(1);
    }

    @Test
    void uniqueSetsHoldAcrossFilesAndWithinABatch() {
        places.append(List.of(new Place("NL1", "Marsh", null)), "ann");

        WriteResult<Place> result = places.append(
                List.of(
                        new Place("NL2", "Marsh", null),
                        new Place("NL3", "Wood", null),
                        new Place("NL4", "Wood", null)),
                "ann");

        assertThat(faults(result.outcomes().get(0))).containsExactly("/name unique");
        assertThat(result.outcomes().get(1)).isInstanceOf(Outcome.Created.class);
        assertThat(faults(result.outcomes().get(2))).containsExactly("/name unique");
        assertThat(places.append(List.of(Place.of("NL5"), Place.of("NL6")), "ann")
                        .outcomes())
                .as("absent values are not equal")
                .allMatch(Outcome.Created.class::isInstance);
    }

    @Test
    void aUniqueValueIsFreeOnceItsRowChanged() {
        places.append(List.of(new Place("NL1", "Marsh", null)), "ann");

        WriteResult<Place> result = places.upsert(
                List.of(
                        new Place("NL1", "Wood", null),
                        new Place("NL2", "Marsh", null),
                        new Place("NL3", "Wood", null)),
                "ann");

        assertThat(result.outcomes().get(1)).isInstanceOf(Outcome.Created.class);
        assertThat(faults(result.outcomes().get(2))).containsExactly("/name unique");
    }

    @Test
    void allFaultsOfARowComeTogether() {
        places.append(List.of(new Place("NL1", "Marsh", null), new Place("NL2", "Wood", null)), "ann");

        Outcome<Place> outcome = one(places, new Change.Insert<>(new Place("NL1", "Wood", "NL9")));

        assertThat(faults(outcome)).containsExactly("/code duplicate", "/name unique", "/within reference");
    }

    @Test
    void referencesMustExist() {
        places.append(List.of(Place.of("NL1"), Place.of("NL2")), "ann");

        WriteResult<Visit> result = visits.append(
                List.of(
                        new Visit(2026, 1, "NL1", List.of("NL2", "NL1")),
                        new Visit(2026, 2, "NL9", List.of("NL1", "NL8", "NL7"))),
                "ann");

        assertThat(result.outcomes().get(0)).isInstanceOf(Outcome.Created.class);
        assertThat(faults(result.outcomes().get(1)))
                .containsExactly("/place reference", "/seen/1 reference", "/seen/2 reference");
    }

    @Test
    void rowsOfABatchMayReferToEachOther() {
        WriteResult<Place> result = places.append(
                List.of(
                        new Place("A", null, "B"),
                        new Place("B", null, "C"),
                        new Place("C", null, "C"),
                        new Place("D", null, "A")),
                "ann");

        assertThat(result.outcomes()).allMatch(Outcome.Created.class::isInstance);
    }

    @Test
    void whatReliesOnARejectedRowOfItsBatchIsRejectedToo() {
        places.append(List.of(new Place("X", "Marsh", null)), "ann");

        WriteResult<Place> result = places.append(
                List.of(
                        new Place("A", null, "B"),
                        new Place("B", null, "C"),
                        new Place("C", "Marsh", null),
                        Place.of("D"),
                        new Place("A", null, null)),
                "ann");

        assertThat(faults(result.outcomes().get(0))).containsExactly("/within reference");
        assertThat(faults(result.outcomes().get(1))).containsExactly("/within reference");
        assertThat(faults(result.outcomes().get(2))).containsExactly("/name unique");
        assertThat(result.outcomes().get(3)).isInstanceOf(Outcome.Created.class);
        assertThat(result.outcomes().get(4)).as("the key A is free again").isInstanceOf(Outcome.Created.class);
    }

    @Test
    void replacingNeedsTheRowAndItsTag() {
        assertThat(one(places, new Change.Replace<>(Place.of("NL1"), Optional.empty())))
                .isInstanceOf(Outcome.Missing.class);
        places.append(List.of(Place.of("NL1")), "ann");
        String tag = places.find(List.of("NL1")).orElseThrow().etag();

        assertThat(one(places, new Change.Replace<>(new Place("NL1", "Marsh", null), Optional.of(tag))))
                .isInstanceOf(Outcome.Updated.class);
        Outcome<Place> stale = one(places, new Change.Replace<>(new Place("NL1", "Wood", null), Optional.of(tag)));

        assertThat(((Outcome.Stale<Place>) stale).current().row().name()).isEqualTo("Marsh");
        assertThat(places.find(List.of("NL1")).orElseThrow().row().name()).isEqualTo("Marsh");
    }

    @Test
    void deletesWhatNothingRefersTo() {
        places.append(List.of(Place.of("NL1"), Place.of("NL2"), new Place("NL3", null, "NL2")), "ann");
        visits.append(List.of(new Visit(2026, 1, "NL1", List.of())), "ann");

        assertThatThrownBy(() -> places.delete(List.of("NL1"), "ann"))
                .isInstanceOfSatisfying(
                        ViolationException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::code)
                                .containsExactly("reference"));
        assertThatThrownBy(() -> places.delete(List.of("NL2"), "ann")).isInstanceOf(ViolationException.class);
        assertThat(places.delete(List.of("NL3"), "ann")).isTrue();
        assertThat(places.delete(List.of("NL2"), "ann")).isTrue();
        assertThat(places.delete(List.of("NL2"), "ann")).isFalse();
        assertThat(visits.delete(List.of(2026, 1), "ann")).isTrue();
        assertThat(places.delete(List.of("NL1"), "ann")).isTrue();

        open();
        assertThat(places.view().count()).isZero();
    }

    @Test
    void aListIsAReferenceToo() {
        places.append(List.of(Place.of("NL1"), Place.of("NL2")), "ann");
        visits.append(List.of(new Visit(2026, 1, "NL1", List.of("NL2"))), "ann");

        assertThatThrownBy(() -> places.delete(List.of("NL2"), "ann")).hasMessageContaining("Visit");
    }

    @Test
    void compositeKeysAreFoundByAllTheirParts() {
        places.append(List.of(Place.of("NL1")), "ann");
        visits.append(List.of(new Visit(2025, 1, "NL1", List.of()), new Visit(2026, 1, "NL1", List.of())), "ann");

        assertThat(visits.find(List.of(2026, 1)).orElseThrow().row().year()).isEqualTo(2026);
        assertThat(visits.find(List.of(2026, 2))).isEmpty();
        Outcome<Visit> outcome = one(visits, new Change.Insert<>(new Visit(2026, 1, "NL1", List.of())));
        assertThat(faults(outcome)).containsExactly("/year duplicate");
        assertThatThrownBy(() -> visits.find(List.of(2026))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesOfABatchSeeThoseBeforeThem() {
        WriteResult<Place> result = places.write(
                List.of(
                        new Change.Insert<>(Place.of("NL1")),
                        new Change.Upsert<>(new Place("NL1", "Marsh", null)),
                        new Change.Delete<Place>(List.of("NL1"), Optional.empty()),
                        new Change.Insert<>(new Place("NL1", "Wood", null)),
                        new Change.Insert<>(Place.of("NL2")),
                        new Change.Delete<Place>(List.of("NL2"), Optional.empty())),
                WriteOptions.by("ann", "BATCH"));

        assertThat(result.outcomes())
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Created", "Updated", "Deleted", "Created", "Created", "Deleted");
        assertThat(all(places)).extracting(Stored::row).containsExactly(new Place("NL1", "Wood", null));
    }

    @Test
    void aRepetitionIsAnsweredAsTheFirstWriteWas() {
        places.append(List.of(Place.of("NL0")), "ann");
        List<Change<Place>> changes = List.of(
                new Change.Insert<>(Place.of("NL1")),
                new Change.Insert<>(Place.of("NL0")),
                new Change.Upsert<>(new Place("NL0", "Marsh", null)),
                new Change.Replace<>(Place.of("NL0"), Optional.of("\"other\"")),
                new Change.Delete<>(List.of("NL9"), Optional.empty()),
                new Change.Upsert<>(new Place("NL1", "Wood", null)));
        WriteOptions options = WriteOptions.by("ann", "BATCH").idempotent(Optional.of("key-1"));
        WriteResult<Place> first = places.write(changes, options);
        places.upsert(List.of(new Place("NL1", "Later", null)), "bob");

        open();
        WriteResult<Place> second = places.write(changes, options);

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.version()).isEqualTo(first.version());
        assertThat(second.outcomes().subList(1, 6)).isEqualTo(first.outcomes().subList(1, 6));
        assertThat(second.outcomes().get(0)).isInstanceOf(Outcome.Created.class);
        assertThat(places.find(List.of("NL1")).orElseThrow().row().name()).isEqualTo("Later");
        assertThat(places.write(changes, WriteOptions.by("bob", "BATCH").idempotent(Optional.of("key-1")))
                        .replayed())
                .as("another user's key is another key")
                .isFalse();
        assertThatThrownBy(() -> places.write(changes.subList(0, 4), options)).isInstanceOf(KeyReusedException.class);
        assertThatThrownBy(() -> places.write(changes.subList(0, 1), options)).isInstanceOf(KeyReusedException.class);
    }

    /** A commit is read as a whole by everybody who opens the table: it must not grow with what was refused. */
    @Test
    void theCommitKeepsReasonsOfManyRefusalsWithinBounds() throws Exception {
        List<Change<Place>> changes = Collections.nCopies(20_000, new Change.Insert<>(new Place("NL1", "Marsh", null)));
        WriteOptions options = WriteOptions.by("ann", "BATCH").idempotent(Optional.of("key-1"));
        places.write(changes, options);

        open();
        WriteResult<Place> again = places.write(changes, options);

        assertThat(Files.size(folder.resolve("delta/place/_delta_log/00000000000000000000.json")))
                .isLessThan(1_000_000);
        assertThat(again.replayed()).isTrue();
        assertThat(again.outcomes()).hasSize(20_000);
        assertThat(again.outcomes().get(0)).isInstanceOf(Outcome.Created.class);
        assertThat(faults(again.outcomes().get(1))).containsExactly("/code duplicate");
        assertThat(faults(again.outcomes().get(19_999))).containsExactly(" refused");
        assertThat(all(places)).hasSize(1);
    }

    @Test
    void aKeyOfAnotherRequestIsRefused() {
        WriteOptions options = WriteOptions.by("ann", "INSERT");
        places.write(List.of(new Change.Insert<>(Place.of("NL1"))), options.idempotent("key-1", "one"));

        assertThatThrownBy(() ->
                        places.write(List.of(new Change.Insert<>(Place.of("NL2"))), options.idempotent("key-1", "two")))
                .isInstanceOf(KeyReusedException.class);
        assertThat(all(places)).hasSize(1);
    }

    @Test
    void aRepetitionTellsOfRowsThatItsOwnWriteChangedAgain() {
        WriteOptions options = WriteOptions.by("ann", "BATCH").idempotent(Optional.of("key-1"));
        List<Change<Place>> changes = List.of(
                new Change.Upsert<>(new Place("NL1", "first", null)),
                new Change.Upsert<>(new Place("NL1", "second", null)),
                new Change.Insert<>(new Place("NL2", "short-lived \"\u2028", "NL1")),
                new Change.Delete<>(List.of("NL2"), Optional.empty()),
                new Change.Upsert<>(new Place("NL1", "third", null)));
        WriteResult<Place> first = places.write(changes, options);

        WriteResult<Place> again = places.write(changes, options);

        assertThat(again.replayed()).isTrue();
        assertThat(again.outcomes()).isEqualTo(first.outcomes());
        assertThat(first.outcomes().get(2)).isInstanceOf(Outcome.Created.class);
        assertThat(all(places)).extracting(stored -> stored.row().name()).containsExactly("third");
    }

    @Test
    void whatAWriteCouldNotKeepOfItselfIsRefusedNotInvented() {
        WriteOptions options = WriteOptions.by("ann", "BATCH").idempotent(Optional.of("key-1"));
        String name = "x".repeat(100_000);
        List<Change<Place>> changes = IntStream.range(0, 9)
                .<Change<Place>>mapToObj(i -> new Change.Upsert<>(new Place("NL1", name + i, null)))
                .toList();
        places.write(changes, options);

        assertThatThrownBy(() -> places.write(changes, options))
                .isInstanceOf(KeyReusedException.class)
                .hasMessageContaining("read the table instead");
    }

    @Test
    void goesBackInTime() {
        places.append(List.of(Place.of("NL1")), "ann");
        places.append(List.of(Place.of("NL2")), "bob");
        places.delete(List.of("NL1"), "cid");
        List<HistoryEntry> history = places.history(10);

        assertThat(history).extracting(HistoryEntry::who).containsExactly("cid", "bob", "ann");
        assertThat(history).extracting(HistoryEntry::what).containsExactly("DELETE", "INSERT", "INSERT");
        assertThat(history).extracting(HistoryEntry::rows).containsExactly(1L, 1L, 1L);
        // between them lies the claim by which the deletion kept those away who might have referred to the place
        assertThat(history).extracting(HistoryEntry::version).containsExactly(3L, 1L, 0L);
        assertThat(places.history(1)).extracting(HistoryEntry::version).containsExactly(3L);
        assertThat(places.view(1).count()).isEqualTo(2);
        assertThat(places.view(1).find(List.of("NL1"))).isPresent();
        assertThat(places.asOf(history.get(2).when()).version()).isZero();
        assertThatThrownBy(() -> places.view(7)).isInstanceOf(UnknownVersionException.class);
        assertThatThrownBy(() -> places.asOf(Instant.EPOCH)).isInstanceOf(UnknownVersionException.class);
    }

    @Test
    void hostileTextsAreOnlyText() {
        List<String> hostile = List.of(
                "",
                " ",
                "../../etc/passwd",
                "a'; DROP TABLE x;--",
                "\"\\\n\r\t",
                "${x}",
                "\u202Eabc",
                "🦉".repeat(40),
                "\uFFFF",
                "é",
                "e\u0301",
                "NA",
                "null",
                "x".repeat(100_000),
                Character.toString(0x10FFFF).repeat(40));
        places.append(hostile.stream().map(Place::of).toList(), "../ann\n");

        open();

        assertThat(all(places)).extracting(stored -> stored.row().code()).containsExactlyInAnyOrderElementsOf(hostile);
        for (String key : hostile) {
            assertThat(places.find(List.of(key))).as(key).isPresent();
        }
        assertThat(places.append(hostile.stream().map(Place::of).toList(), "ann")
                        .outcomes())
                .allMatch(Outcome.Rejected.class::isInstance);
    }

    @Test
    void tenThousandRowsAreQuick() {
        List<Place> rows = IntStream.range(0, 10_000)
                .mapToObj(i -> new Place("P" + i, "Name " + i, i == 0 ? null : "P" + (i - 1)))
                .toList();

        assertThat(places.append(rows, "ann").outcomes()).allMatch(Outcome.Created.class::isInstance);
        assertThat(places.append(rows, "ann").outcomes()).allMatch(Outcome.Rejected.class::isInstance);
        open();
        assertThat(places.view().count()).isEqualTo(10_000);
        assertThat(places.upsert(rows, "ann").outcomes()).allMatch(Outcome.Updated.class::isInstance);
        assertThat(places.scan(PlaceTable.CODE.eq("P77"))).hasSize(1);
        assertThat(places.scan(PlaceTable.CODE.gt("P9990"))).hasSize(9);
    }

    @Test
    void twoServersSeeEachOther() {
        PlaceTable here = places;
        open();
        PlaceTable there = places;
        for (int i = 0; i < 25; i++) {
            (i % 2 == 0 ? here : there).append(List.of(Place.of("P" + i)), "ann");
            assertThat((i % 2 == 0 ? there : here).find(List.of("P" + i))).isPresent();
        }
        assertThat(faults(one(here, new Change.Insert<>(Place.of("P23"))))).containsExactly("/code duplicate");
    }

    @Test
    void aTableWhoseFolderWasRemovedStartsAnew() throws Exception {
        places.append(List.of(Place.of("NL1")), "ann");
        places.append(List.of(Place.of("NL2")), "ann");
        try (Stream<Path> files = Files.walk(folder.resolve("delta/place"))) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }

        assertThat(places.append(List.of(Place.of("NL1")), "ann").version()).isZero();
        open();
        assertThat(all(places)).extracting(Stored::row).containsExactly(Place.of("NL1"));
    }
}
