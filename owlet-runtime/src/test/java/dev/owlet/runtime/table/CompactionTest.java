package dev.owlet.runtime.table;

import static dev.owlet.runtime.table.CareSamples.files;
import static dev.owlet.runtime.table.CareSamples.maintain;
import static dev.owlet.runtime.table.CareSamples.open;
import static dev.owlet.runtime.table.CareSamples.parquet;
import static dev.owlet.runtime.table.CareSamples.places;
import static dev.owlet.runtime.table.CareSamples.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.HookedStore.Call;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import dev.owlet.runtime.table.Places.Visit;
import dev.owlet.runtime.table.Places.VisitTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private static final MaintenanceOptions USUAL = MaintenanceOptions.usual();

    @TempDir
    Path folder;

    private Path table() {
        return folder.resolve("delta/place");
    }

    @Test
    void keepsEveryRowWithItsSystemColumns() throws Exception {
        PlaceTable places = places(folder, 12);
        places.upsert(List.of(new Place("P3", "changed", "P1"), new Place("P5", null, null)), "bob");
        places.delete(List.of("P7"), "bob");
        List<Stored<Place>> before = rows(places.view());
        long version = places.view().version();

        MaintenanceResult result = maintain(places, USUAL);

        assertThat(result.problems()).isEmpty();
        assertThat(result.left()).isEmpty();
        assertThat(result.before().count()).isEqualTo(10);
        assertThat(result.merged()).isEqualTo(result.before());
        assertThat(result.after().count()).isEqualTo(1);
        assertThat(rows(open(folder, new PlaceTable()).view()))
                .isEqualTo(before)
                .hasSize(11);
        assertThat(rows(places.view(version))).isEqualTo(before);
        assertThat(places.view().version()).isEqualTo(version + 1);
    }

    @Test
    void writesRowsInTheOrderOfTheirKeys() throws Exception {
        PlaceTable places = places(folder, 9);

        maintain(places, USUAL);

        try (var rows = places.scan(Filter.all())) {
            assertThat(rows.map(stored -> stored.row().code()))
                    .containsExactly("P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8");
        }
    }

    @Test
    void saysInTheLogThatNoDataChanged() throws Exception {
        PlaceTable places = places(folder, 8);

        maintain(places, USUAL);

        HistoryEntry entry = places.history(1).get(0);
        assertThat(entry.what()).isEqualTo("OPTIMIZE");
        assertThat(entry.who()).isEqualTo("maintenance");
        List<String> actions = Files.readAllLines(table().resolve("_delta_log/00000000000000000008.json"));
        assertThat(actions).hasSize(10);
        assertThat(actions.subList(1, 10)).allMatch(action -> action.contains("\"dataChange\":false"));
        assertThat(actions.get(0)).contains("\"numRemovedFiles\":\"8\"", "\"numAddedFiles\":\"1\"");
    }

    @Test
    void changesNothingWhenThereIsNothingToGain() throws Exception {
        PlaceTable places = places(folder, 20);
        maintain(places, USUAL);
        long version = places.view().version();

        MaintenanceResult again = maintain(places, USUAL);

        assertThat(again.merged().count()).isZero();
        assertThat(again.after()).isEqualTo(again.before());
        assertThat(places.view().version()).isEqualTo(version);
    }

    @Test
    void keepsListsAndKeysOfSeveralColumns() throws Exception {
        Tables tables = new Tables(ObjectStore.open(folder.toString()));
        PlaceTable places = tables.add(new PlaceTable());
        VisitTable visits = tables.add(new VisitTable());
        places.append(List.of(Place.of("A"), Place.of("B")), "ann");
        for (int i = 0; i < 9; i++) {
            List<String> seen = i % 3 == 0 ? List.of() : i % 3 == 1 ? List.of("A") : List.of("B", "A", "B");
            visits.append(List.of(new Visit(2024 - i % 2, i, "A", seen)), "ann");
        }
        List<Stored<Visit>> before = rows(visits.view());

        List<MaintenanceResult> results = new Maintenance(tables, USUAL, MaintenanceProgress.NONE).run();

        assertThat(results).extracting(MaintenanceResult::table).containsExactly("Place", "Visit");
        assertThat(files(visits)).hasSize(1);
        assertThat(rows(visits.view())).isEqualTo(before);
        assertThat(visits.find(List.of(2023, 5)).orElseThrow().row().seen()).containsExactly("B", "A", "B");
    }

    @Test
    void copiesColumnsThatOnlyALaterModelKnows() throws Exception {
        PlaceTable earlier = places(folder, 8);
        EvolutionTest.LaterPlaceTable later = open(folder, new EvolutionTest.LaterPlaceTable());
        for (int i = 0; i < 8; i++) {
            later.append(List.of(new EvolutionTest.LaterPlace("L" + i, i % 2 == 0 ? null : "Title " + i, i)), "bob");
        }
        var before = rows(later.view());

        MaintenanceResult result = maintain(earlier, USUAL);

        assertThat(result.merged().count()).isEqualTo(16);
        assertThat(files(earlier)).as("one file of each schema").hasSize(2);
        assertThat(rows(open(folder, new EvolutionTest.LaterPlaceTable()).view()))
                .isEqualTo(before)
                .hasSize(16);
        assertThat(maintain(earlier, USUAL).merged().count()).isZero();
    }

    @Test
    void keepsPartitionsApart() throws Exception {
        CareSamples.CatchTable catches = open(folder, new CareSamples.CatchTable());
        for (int i = 0; i < 16; i++) {
            catches.append(List.of(CareSamples.Catch.of(i, i % 2 == 0 ? 2025 : 2026)), "ann");
        }
        var before = rows(catches.view());

        maintain(catches, USUAL);

        assertThat(files(catches))
                .extracting(DataFile::partition)
                .containsExactlyInAnyOrder(Map.of("_seen_year", "2025"), Map.of("_seen_year", "2026"));
        assertThat(files(catches)).allMatch(file -> file.path().startsWith("_seen_year=202"));
        assertThat(rows(catches.view())).isEqualTo(before);
    }

    @Test
    void goesOnTopOfRowsThatCameMeanwhile() throws Exception {
        places(folder, 8);
        PlaceTable other = open(folder, new PlaceTable());
        PlaceTable places = hooked(new Once(Call.PUT, ".parquet", () -> other.append(List.of(Place.of("new")), "bob")));
        List<Stored<Place>> before = rows(places.view());

        MaintenanceResult result = maintain(places, USUAL);

        assertThat(result.problems()).isEmpty();
        assertThat(rows(places.view())).hasSize(9).containsAll(before);
        assertThat(places.find(List.of("new"))).isPresent();
        assertThat(places.history(3)).extracting(HistoryEntry::what).contains("OPTIMIZE", "INSERT");
    }

    @Test
    void leavesFilesWhoseRowsWereChangedMeanwhile() throws Exception {
        places(folder, 8);
        PlaceTable other = open(folder, new PlaceTable());
        PlaceTable places = hooked(new Once(Call.PUT, "0008.json", () -> {
            other.delete(List.of("P2"), "bob");
            other.upsert(List.of(new Place("P3", "theirs", null)), "bob");
        }));

        MaintenanceResult result = maintain(places, USUAL);

        assertThat(result.problems()).isEmpty();
        assertThat(rows(places.view())).hasSize(7);
        assertThat(places.find(List.of("P2"))).isEmpty();
        assertThat(places.find(List.of("P3")).orElseThrow().row().name()).isEqualTo("theirs");
        assertThat(files(places))
                .as("the next round merged what was there then")
                .hasSize(1);
        assertThat(parquet(table())).as("what lost is not left lying about").isSubsetOf(everNamed());
    }

    /** Paths in any commit. */
    private Set<String> everNamed() throws Exception {
        Set<String> named = new HashSet<>();
        for (long version = 0; ; version++) {
            var commit = open(folder, new PlaceTable()).store().log().logged(version);
            if (commit.isEmpty()) {
                return named;
            }
            commit.get().add().forEach(file -> named.add(file.path()));
        }
    }

    @Test
    void ofTwoAtOnceOneMerges() throws Exception {
        places(folder, 8);
        PlaceTable other = open(folder, new PlaceTable());
        PlaceTable places = hooked(new Once(Call.PUT, ".parquet", () -> maintain(other, USUAL)));
        List<Stored<Place>> before = rows(places.view());

        MaintenanceResult result = maintain(places, USUAL);

        assertThat(result.problems()).isEmpty();
        assertThat(result.merged().count()).isZero();
        assertThat(rows(places.view())).isEqualTo(before);
        assertThat(files(places)).hasSize(1);
        assertThat(parquet(table())).isSubsetOf(everNamed());
    }

    @Test
    void mergesTheOthersWhenAFileIsBroken() throws Exception {
        PlaceTable places = places(folder, 10);
        String broken = files(places).get(4).path();
        Files.writeString(table().resolve(broken), "no Parquet at all");

        MaintenanceResult result = maintain(open(folder, new PlaceTable()), USUAL);

        assertThat(result.problems()).singleElement().asString().contains(broken);
        assertThat(files(places)).hasSize(2).anyMatch(file -> file.path().equals(broken));
    }

    @Test
    void beginsNothingWhenTimeIsShort() throws Exception {
        PlaceTable places = places(folder, 10);

        MaintenanceResult result = maintain(places, USUAL.whileTrue(() -> false));

        assertThat(result.left())
                .containsExactly(
                        "merging files: not begun, as time ran short",
                        "removing files: not begun, as time ran short",
                        "shortening the log: not begun, as time ran short");
        assertThat(result.problems()).isEmpty();
        assertThat(files(places)).hasSize(10);
    }

    @Test
    void keepsWhatItDidBeforeTimeRanShort() throws Exception {
        CareSamples.CatchTable catches = open(folder, new CareSamples.CatchTable());
        for (int i = 0; i < 6; i++) {
            catches.append(List.of(CareSamples.Catch.of(i, 2020 + i % 3)), "ann");
        }
        var before = rows(catches.view());
        Path table = folder.resolve("delta/catch");

        MaintenanceResult result =
                maintain(catches, USUAL.whileTrue(() -> parquet(table).size() == 6));

        assertThat(result.left()).contains("merging files: up to 4 small files are left, as time ran short");
        assertThat(files(catches)).hasSize(5);
        assertThat(rows(catches.view())).isEqualTo(before);
        assertThat(maintain(catches, USUAL).after().count()).isEqualTo(3);
    }

    @Test
    void aDryRunTellsAndChangesNothing() throws Exception {
        PlaceTable places = places(folder, 10);
        List<String> before = parquet(table());

        MaintenanceResult result = maintain(places, USUAL.dry());

        assertThat(result.merged().count()).isEqualTo(10);
        assertThat(files(places)).hasSize(10);
        assertThat(parquet(table())).isEqualTo(before);
        assertThat(places.view().version()).isEqualTo(9);
    }

    @Test
    void aTableThatIsNotThereNeedsNoCare() {
        PlaceTable places = open(folder, new PlaceTable());

        MaintenanceResult result = maintain(places, USUAL);

        assertThat(result.problems()).isEmpty();
        assertThat(table()).doesNotExist();
    }

    private PlaceTable hooked(HookedStore.Hook hook) {
        HookedStore store = new HookedStore(ObjectStore.open(folder.toString())).hook(hook);
        return new Tables(store).add(new PlaceTable());
    }

    /** Does something once, right before the first such call. */
    private record Once(Call on, String end, Runnable action, AtomicBoolean done) implements HookedStore.Hook {
        Once(Call on, String end, Runnable action) {
            this(on, end, action, new AtomicBoolean());
        }

        @Override
        public void before(Call call, String key) {
            if (call == on && key.endsWith(end) && !done.getAndSet(true)) {
                action.run();
            }
        }
    }
}
