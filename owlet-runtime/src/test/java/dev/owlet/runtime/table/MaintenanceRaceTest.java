package dev.owlet.runtime.table;

import static dev.owlet.runtime.table.CareSamples.maintain;
import static dev.owlet.runtime.table.CareSamples.open;
import static dev.owlet.runtime.table.CareSamples.places;
import static dev.owlet.runtime.table.CareSamples.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maintenance beside writers, each with tables of its own as in another process. */
class MaintenanceRaceTest {
    private static final int ROUNDS = 12;

    @TempDir
    Path folder;

    @Test
    void losesNoRowOfWritersAndBringsNoneBack() throws Exception {
        places(folder, 2 * ROUNDS); // P0 to P23: one writer deletes the first half, another changes the rest
        AtomicInteger writing = new AtomicInteger(3);
        ExecutorService pool = Executors.newFixedThreadPool(5);
        List<Future<?>> writers = new ArrayList<>();
        writers.add(pool.submit(writer(writing, (table, i) -> table.append(List.of(Place.of("new" + i)), "ann"))));
        writers.add(pool.submit(writer(writing, (table, i) -> table.delete(List.of("P" + i), "bob"))));
        writers.add(pool.submit(writer(
                writing, (table, i) -> table.upsert(List.of(new Place("P" + (ROUNDS + i), "cy " + i, null)), "cy"))));
        List<Future<Long>> cares = List.of(pool.submit(care(writing)), pool.submit(care(writing)));

        for (Future<?> writer : writers) {
            writer.get();
        }
        long merged = cares.get(0).get() + cares.get(1).get();
        pool.shutdown();

        List<Place> expected = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            expected.add(Place.of("new" + i));
            expected.add(new Place("P" + (ROUNDS + i), "cy " + i, null));
        }
        PlaceTable after = open(folder, new PlaceTable());
        assertThat(rows(after.view())).extracting(Stored::row).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(merged).as("files merged beside the writers").isPositive();
    }

    private interface Round {
        void run(PlaceTable table, int i);
    }

    private Runnable writer(AtomicInteger writing, Round round) {
        PlaceTable table = open(folder, new PlaceTable());
        return () -> {
            try {
                for (int i = 0; i < ROUNDS; i++) {
                    round.run(table, i);
                }
            } finally {
                writing.decrementAndGet();
            }
        };
    }

    /** Again and again while somebody writes, and once after that. Gives how many files were merged. */
    private Callable<Long> care(AtomicInteger writing) {
        return () -> {
            PlaceTable table = open(folder, new PlaceTable());
            long merged = 0;
            boolean last = false;
            while (!last) {
                last = writing.get() == 0;
                MaintenanceResult result = maintain(table, MaintenanceOptions.usual());
                assertThat(result.problems()).isEmpty();
                merged += result.merged().count();
            }
            return merged;
        };
    }

    /** The function that serves the API has no permission to delete: only maintenance has. */
    @Test
    void nothingElseNeedsToDelete() {
        PlaceTable other = open(folder, new PlaceTable());
        int[] rivals = {0};
        boolean[] refused = {false};
        HookedStore store = new HookedStore(ObjectStore.open(folder.toString())).hook((call, key) -> {
            if (call == HookedStore.Call.DELETE) {
                refused[0] = true;
                throw new IOException("access denied to " + key);
            }
            if (call == HookedStore.Call.PUT && key.matches(".*/\\d{20}\\.json") && rivals[0] > 0) {
                rivals[0]--;
                other.upsert(List.of(new Place("P1", "rival " + rivals[0], null)), "bob");
            }
        });
        PlaceTable places = new Tables(store).add(new PlaceTable());

        for (int i = 0; i < 12; i++) {
            places.append(List.of(Place.of("P" + (100 + i))), "ann");
            rivals[0] = i % 4 == 3 ? 2 : 0;
            places.upsert(List.of(new Place("P1", "mine " + i, null)), "ann");
        }
        places.delete(List.of("P105"), "ann");

        assertThat(refused[0]).as("what lost was to be removed").isTrue();
        assertThat(rows(places.view())).hasSize(12);
        assertThat(places.find(List.of("P1")).orElseThrow().row().name()).isEqualTo("mine 11");
        assertThat(folder.resolve("delta/place/_delta_log/00000000000000000020.checkpoint.parquet"))
                .exists();
    }
}
