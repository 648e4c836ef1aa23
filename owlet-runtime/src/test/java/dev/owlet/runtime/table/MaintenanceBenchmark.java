package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.Commit;
import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.store.CountingStore;
import dev.owlet.runtime.store.Counts;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What it costs to care for a table of 1,000 files of 100 rows, whose keys lie in all files alike: time, memory and calls
 * to the store; and what look-ups gain. Apart from the tests; {@code main} takes a root, or a new folder when there is
 * none. To bound the heap as a small function does:
 *
 * <pre>java -Xmx192m -cp CLASS_PATH_OF_TESTS dev.owlet.runtime.table.MaintenanceBenchmark [s3://bucket/prefix]</pre>
 */
final class MaintenanceBenchmark {
    private static final int FILES = 1000;
    private static final int ROWS = 100;

    private MaintenanceBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        String root = arguments.length > 0
                ? arguments[0]
                : Files.createTempDirectory("owlet-bench").toString();
        MaintenanceOptions usual = MaintenanceOptions.usual();
        timed("make " + FILES + " files", root, MaintenanceBenchmark::make);
        lookUps(root);
        timed("maintain, dry run", root, places -> care(places, usual.dry()));
        timed("maintain", root, places -> care(places, usual));
        lookUps(root);
        timed("maintain again, with nothing to do", root, places -> care(places, usual));
        timed("maintain a week later", root, places -> care(places, usual.dangerousRetention(Duration.ZERO)));
    }

    private interface Work {
        String of(PlaceTable places) throws IOException;
    }

    /** In a process that knows the code but not the table. */
    private static void timed(String what, String root, Work work) throws IOException {
        CountingStore store = new CountingStore(ObjectStore.open(root));
        PlaceTable places = new Tables(store).add(new PlaceTable());
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        String result = work.of(places);
        double seconds = (System.nanoTime() - start) / 1e9;
        Counts calls = store.counts();
        System.out.printf(
                Locale.ROOT,
                "%-36s %7.2f s, heap at most %d MB; GET %d, HEAD %d, LIST %d, PUT %d, DELETE %d; %s%n",
                what,
                seconds,
                heap() >> 20,
                calls.get(),
                calls.head(),
                calls.list(),
                calls.put(),
                calls.delete(),
                result);
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** A commit for each file, and in each the keys of the whole range. */
    private static String make(PlaceTable places) throws IOException {
        Snapshot snapshot = places.store().log().latest();
        for (int file = 0; file < FILES; file++) {
            List<Stored<Place>> rows = new ArrayList<>();
            for (int row = 0; row < ROWS; row++) {
                String code = code(file, row);
                Instant now = Instant.now();
                rows.add(new Stored<>(
                        new Place(code, "Name of " + code, null), 1, now, "bench", now, "bench", Optional.empty()));
            }
            snapshot = add(places, snapshot, places.store().files().write(rows));
        }
        return "version " + snapshot.version();
    }

    private static String code(int file, int row) {
        return String.format(Locale.ROOT, "P%06d", row * FILES + file);
    }

    private static Snapshot add(PlaceTable places, Snapshot snapshot, DataFile file) throws IOException {
        Commit commit = new Commit(
                List.of(file),
                List.of(),
                places.store().wider(snapshot),
                List.of(),
                List.of(),
                "INSERT",
                "bench",
                Map.of("numOutputRows", (long) ROWS),
                Optional.empty(),
                true);
        return places.store().log().commit(snapshot, commit);
    }

    private static void lookUps(String root) throws IOException {
        timed("open, and look one key up", root, places -> found(places, 1));
        timed("open, and look 100 keys up", root, places -> found(places, 100));
    }

    private static String found(PlaceTable places, int keys) {
        int found = 0;
        for (int i = 0; i < keys; i++) {
            found += places.find(List.of(code((i + 50) * 7 % FILES, (i + 50) % ROWS)))
                            .isPresent()
                    ? 1
                    : 0;
        }
        return found + " found";
    }

    private static String care(PlaceTable places, MaintenanceOptions options) {
        return CareSamples.maintain(places, options).toString();
    }
}
