package dev.owlet.runtime.table;

import static dev.owlet.runtime.table.CareSamples.age;
import static dev.owlet.runtime.table.CareSamples.files;
import static dev.owlet.runtime.table.CareSamples.maintain;
import static dev.owlet.runtime.table.CareSamples.open;
import static dev.owlet.runtime.table.CareSamples.parquet;
import static dev.owlet.runtime.table.CareSamples.places;
import static dev.owlet.runtime.table.CareSamples.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.owlet.runtime.delta.Commit;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VacuumTest {
    private static final MaintenanceOptions USUAL = MaintenanceOptions.usual();
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private Path table() {
        return folder.resolve("delta/place");
    }

    /** A file of that age, which no commit names. */
    private Path orphan(String path, Duration age) throws IOException {
        Path file = table().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "PAR1");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        return file;
    }

    @Test
    void whatWasMergedGoesAWeekLater() throws Exception {
        PlaceTable places = places(folder, 8);
        List<Stored<Place>> rows = rows(places.view());
        maintain(places, USUAL);
        age(folder, DAY.multipliedBy(6));

        assertThat(maintain(open(folder, new PlaceTable()), USUAL).removed().count())
                .isZero();
        assertThat(rows(open(folder, new PlaceTable()).view(7))).isEqualTo(rows);

        age(folder, DAY.plusHours(1));
        MaintenanceResult result = maintain(open(folder, new PlaceTable()), USUAL);

        assertThat(result.problems()).isEmpty();
        assertThat(result.removed().count()).isEqualTo(8);
        assertThat(result.removed().bytes()).isPositive();
        assertThat(parquet(table())).hasSize(1);
        PlaceTable later = open(folder, new PlaceTable());
        assertThat(rows(later.view())).isEqualTo(rows);
        assertThatThrownBy(() -> rows(later.view(7)))
                .isInstanceOf(UnknownVersionException.class)
                .hasMessageStartingWith("version 7 of this table is no longer kept");
        assertThatThrownBy(() -> later.view(7).find(List.of("P3"))).isInstanceOf(UnknownVersionException.class);
    }

    @Test
    void keepsWhatAVersionWithinTheWeekWasMadeOf() throws Exception {
        places(folder, 2);
        age(folder, DAY.multipliedBy(30));
        PlaceTable places = open(folder, new PlaceTable());
        places.upsert(List.of(new Place("P0", "later", null)), "bob"); // takes one of the old files out, today

        MaintenanceResult result = maintain(places, USUAL);

        assertThat(result.removed().count()).isZero();
        assertThat(rows(places.view(1))).hasSize(2);
        assertThat(rows(places.view(2))).hasSize(2);
    }

    @Test
    void removesOldFilesOfWritesThatNeverCommitted() throws Exception {
        PlaceTable places = places(folder, 2);
        Path old = orphan("part-old.parquet", DAY.multipliedBy(8));
        Path deep = orphan("year=2024/part-old.parquet", DAY.multipliedBy(8));
        Path young = orphan("part-young.parquet", DAY.multipliedBy(6));
        Path unfinished = orphan(".tmp-" + UUID.randomUUID(), DAY.multipliedBy(8));

        MaintenanceResult result = maintain(places, USUAL);

        assertThat(result.removed().count()).isEqualTo(3);
        assertThat(old).doesNotExist();
        assertThat(deep).doesNotExist();
        assertThat(unfinished).doesNotExist();
        assertThat(young).exists();
        assertThat(rows(places.view())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "_symlink_format_manifest/manifest.parquet",
                ".hidden/part-old.parquet",
                "_delta_log/part-old.parquet",
                "_delta_log/_sidecars/part-old.parquet",
                "_change_data/cdc-old.parquet",
                "../place2/part-old.parquet",
                "../part-old.parquet"
            })
    void leavesWhatIsNoDataFileOfTheTable(String path) throws Exception {
        PlaceTable places = places(folder, 1);
        Path file = orphan(path, DAY.multipliedBy(100));

        MaintenanceResult result = maintain(places, USUAL);

        assertThat(result.problems()).isEmpty();
        assertThat(file).exists();
    }

    @Test
    void foldersOfPartitionsAreNotHidden() throws Exception {
        CareSamples.CatchTable catches = open(folder, new CareSamples.CatchTable());
        catches.append(List.of(CareSamples.Catch.of(1, 2025)), "ann");
        catches.append(List.of(CareSamples.Catch.of(2, 2026)), "ann");
        catches.delete(List.of(1), "ann");
        age(folder, DAY.multipliedBy(8));
        Path year = folder.resolve("delta/catch/_seen_year=2025");
        assertThat(year).isDirectory();

        assertThat(maintain(open(folder, new CareSamples.CatchTable()), USUAL)
                        .removed()
                        .count())
                .isEqualTo(1);
        assertThat(parquet(folder.resolve("delta/catch"))).hasSize(1);

        age(folder, DAY.multipliedBy(8));
        maintain(open(folder, new CareSamples.CatchTable()), USUAL);

        assertThat(year).as("empty for a week").doesNotExist();
        assertThat(rows(open(folder, new CareSamples.CatchTable()).view())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-20, -1, 1, 20})
    void aStoreWhoseClockIsWrongByDaysLosesNothingYoung(long days) throws Exception {
        places(folder, 1);
        Path young = orphan("part-young.parquet", DAY.multipliedBy(6));
        ObjectStore store = new HookedStore(ObjectStore.open(folder.toString()), DAY.multipliedBy(days));

        MaintenanceResult result = maintain(new Tables(store).add(new PlaceTable()), USUAL);

        assertThat(result.problems()).isEmpty();
        assertThat(young).exists();
    }

    /** As when a clock was set right, or wrong, since the file was written. */
    @Test
    void aStoreWhoseClockJumpedAheadLosesNothing() throws Exception {
        places(folder, 1);
        Path young = orphan("part-young.parquet", DAY.multipliedBy(6));
        HookedStore store = new HookedStore(ObjectStore.open(folder.toString()));
        Path marker = folder.resolve("delta/_maintenance");
        store.hook((call, key) -> {
            if (call == HookedStore.Call.HEAD && key.endsWith("_maintenance")) {
                Files.setLastModifiedTime(marker, FileTime.from(Instant.now().plus(DAY.multipliedBy(20))));
            }
        });

        maintain(new Tables(store).add(new PlaceTable()), USUAL);

        assertThat(young).exists();
    }

    @Test
    void theTableMayAskForALongerRetention() throws Exception {
        places(folder, 1);
        Path first = table().resolve("_delta_log/00000000000000000000.json");
        String text = Files.readString(first);
        Files.writeString(
                first,
                text.replace(
                        "\"configuration\":{",
                        "\"configuration\":{\"delta.deletedFileRetentionDuration\":\"interval 2 weeks\","));
        Path kept = orphan("part-kept.parquet", DAY.multipliedBy(13));
        Path gone = orphan("part-gone.parquet", DAY.multipliedBy(15));

        MaintenanceResult result = maintain(open(folder, new PlaceTable()), USUAL);

        assertThat(result.problems()).isEmpty();
        assertThat(kept).exists();
        assertThat(gone).doesNotExist();
    }

    @Test
    void removesNothingWhenTheLogDoesNotReachBack() throws Exception {
        places(folder, 12);
        for (int version = 0; version < 10; version++) {
            Files.delete(table().resolve("_delta_log/0000000000000000000" + version + ".json"));
        }
        Path old = orphan("part-old.parquet", DAY.multipliedBy(30));

        MaintenanceResult result = maintain(open(folder, new PlaceTable()), USUAL);

        assertThat(result.problems()).singleElement().asString().contains("begins with version 10");
        assertThat(old).exists();
        assertThat(rows(open(folder, new PlaceTable()).view())).hasSize(12);
    }

    /** As Spark's RESTORE does: the files of an old version come back, between the listing and the look at the log. */
    @Test
    void keepsOldFilesThatComeBackMeanwhile() throws Exception {
        PlaceTable places = places(folder, 2);
        Snapshot first = places.store().log().at(1).orElseThrow();
        places.upsert(List.of(new Place("P0", "changed", null), new Place("P1", "changed", null)), "bob");
        age(folder, DAY.multipliedBy(8));
        PlaceTable other = open(folder, new PlaceTable());
        boolean[] listed = {false, false};
        HookedStore store = new HookedStore(ObjectStore.open(folder.toString())).hook((call, key) -> {
            if (listed[0] && !listed[1]) {
                listed[1] = true;
                restore(other, first);
            }
            listed[0] |= call == HookedStore.Call.LIST && key.equals("delta/place");
        });

        MaintenanceResult result = maintain(new Tables(store).add(new PlaceTable()), USUAL);

        assertThat(listed[1]).isTrue();
        assertThat(result.problems()).isEmpty();
        assertThat(rows(open(folder, new PlaceTable()).view()))
                .extracting(stored -> stored.row().name())
                .doesNotContain("changed")
                .hasSize(2);
    }

    private static void restore(PlaceTable table, Snapshot earlier) throws IOException {
        Snapshot latest = table.store().log().latest();
        Commit commit = new Commit(
                List.copyOf(earlier.files()),
                List.copyOf(latest.files()),
                Optional.empty(),
                List.of(),
                List.of(),
                "RESTORE",
                "bob",
                Map.of(),
                Optional.empty(),
                true);
        table.store().log().commit(latest, commit);
    }

    @Test
    void aDryRunRemovesNothing() throws Exception {
        PlaceTable places = places(folder, 1);
        Path old = orphan("part-old.parquet", DAY.multipliedBy(30));

        MaintenanceResult result = maintain(places, USUAL.dry());

        assertThat(result.removed()).isEqualTo(new MaintenanceResult.Files(1, 4));
        assertThat(old).exists();
    }

    @Test
    void stopsWhenTimeIsShort() throws Exception {
        PlaceTable places = places(folder, 1);
        orphan("part-1.parquet", DAY.multipliedBy(30));
        orphan("part-2.parquet", DAY.multipliedBy(30));

        MaintenanceResult result =
                maintain(places, USUAL.whileTrue(() -> parquet(table()).size() == 3));

        assertThat(result.removed().count()).isEqualTo(1);
        assertThat(result.left())
                .containsExactly(
                        "removing files: 1 or more are left, as time ran short",
                        "shortening the log: not begun, as time ran short");
        assertThat(parquet(table())).hasSize(2);
    }

    @Test
    void aStoreThatRefusesToDeleteIsAProblemAndNoLoss() throws Exception {
        places(folder, 8);
        Path old = orphan("part-old.parquet", DAY.multipliedBy(30));
        HookedStore store = new HookedStore(ObjectStore.open(folder.toString()));
        store.hook((call, key) -> {
            if (call == HookedStore.Call.DELETE) {
                throw new IOException("access denied to " + key);
            }
        });
        PlaceTable places = new Tables(store).add(new PlaceTable());
        List<Stored<Place>> before = rows(places.view());

        MaintenanceResult result = maintain(places, USUAL);

        assertThat(result.problems()).singleElement().asString().contains("access denied");
        assertThat(old).exists();
        assertThat(files(places)).hasSize(1);
        assertThat(rows(places.view())).isEqualTo(before);
    }
}
