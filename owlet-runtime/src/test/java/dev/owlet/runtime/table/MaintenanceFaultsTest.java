package dev.owlet.runtime.table;

import static dev.owlet.runtime.table.CareSamples.open;
import static dev.owlet.runtime.table.CareSamples.places;
import static dev.owlet.runtime.table.CareSamples.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maintenance that ends anywhere, as when its process is killed: after each call to the store, for every call. */
class MaintenanceFaultsTest {
    /** With nobody else there, all that no version needs goes at once: so that deleting is ended everywhere too. */
    private static final MaintenanceOptions AT_ONCE = MaintenanceOptions.usual().dangerousRetention(Duration.ZERO);

    private static final int ENOUGH = 10_000;

    /** Kept, or the level would be forgotten with it: commits that stand tell there of what could not follow them. */
    private static final Logger QUIET = Logger.getLogger("dev.owlet.runtime.delta");

    @TempDir
    Path folder;

    @BeforeAll
    static void beQuiet() {
        QUIET.setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        QUIET.setLevel(null);
    }

    @Test
    void tablesReadTheSameWhereverItEnds() throws Exception {
        PlaceTable made = places(folder.resolve("made"), 5);
        made.delete(List.of("P3"), "bob");
        made.upsert(List.of(new Place("P4", "changed", null)), "bob");
        List<Stored<Place>> before = rows(made.view());
        boolean completed = false;
        int calls = 0;
        for (; !completed; calls++) {
            Path copy = folder.resolve("copy-" + calls);
            copy(folder.resolve("made"), copy);

            completed = run(copy, calls);

            assertThat(rows(open(copy, new PlaceTable()).view()))
                    .as("after %s calls", calls)
                    .isEqualTo(before);
            run(copy, ENOUGH);
            PlaceTable after = open(copy, new PlaceTable());
            assertThat(rows(after.view())).as("goes on after %s calls", calls).isEqualTo(before);
            assertThat(CareSamples.files(after)).hasSize(1);
            assertThat(CareSamples.parquet(copy.resolve("delta/place"))).hasSize(1);
            after.append(List.of(Place.of("new")), "ann");
            assertThat(after.view().count()).isEqualTo(before.size() + 1);
        }
        assertThat(calls).isGreaterThan(20);
    }

    /** @return whether it came to its end before that many calls */
    private static boolean run(Path root, int calls) {
        int[] left = {calls};
        HookedStore store = new HookedStore(ObjectStore.open(root.toString()));
        PlaceTable places = new Tables(store.hook((call, key) -> {
                    if (left[0]-- <= 0) {
                        throw new IOException("killed");
                    }
                }))
                .add(new PlaceTable());
        return CareSamples.maintain(places, AT_ONCE).problems().isEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
