package dev.owlet.runtime.table;

import com.sun.management.OperatingSystemMXBean;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.table.Places.Place;
import dev.owlet.runtime.table.Places.PlaceTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What tables cost, apart from the tests; run {@code main} from an IDE or with the test class path.
 *
 * <pre>
 * prepare FOLDER COMMITS   makes a table of so many commits of one row
 * cold FOLDER              CPU from the start of this process to its first committed row there
 * look FOLDER              CPU from the start of this process to its first row found there
 * warm                     appends, finds and bulk rows in this process
 * </pre>
 */
final class TableBenchmark {
    private TableBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "prepare" -> prepare(arguments[1], Integer.parseInt(arguments[2]));
            case "cold" -> cold(arguments[1]);
            case "look" -> look(arguments[1]);
            default -> warm();
        }
    }

    private static PlaceTable open(String folder) {
        return new Tables(ObjectStore.open(folder)).add(new PlaceTable());
    }

    private static void prepare(String folder, int commits) {
        PlaceTable places = open(folder);
        for (int i = 0; i < commits; i++) {
            places.append(List.of(Place.of("P" + i)), "bench");
        }
    }

    private static void look(String folder) {
        double started = cpuMillis();
        Object found = open(folder).find(List.of("P3")).orElseThrow().row().code();
        System.out.printf(
                "found %s: CPU ms at main %.0f, found +%.0f, in all %.0f; wall %d since the start%n",
                found, started, cpuMillis() - started, cpuMillis(), wallMillis());
    }

    private static long wallMillis() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private static void cold(String folder) {
        double started = cpuMillis();
        PlaceTable places = open(folder);
        long version = places.view().version();
        double opened = cpuMillis();
        places.append(List.of(Place.of("cold-" + System.nanoTime())), "bench");
        System.out.printf(
                "version %d: CPU ms at main %.0f, opened +%.0f, first commit +%.0f, in all %.0f; wall %d since the start%n",
                version, started, opened - started, cpuMillis() - opened, cpuMillis(), wallMillis());
    }

    /** CPU of the whole process, its compiler threads too. */
    private static double cpuMillis() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }

    private static void warm() throws IOException {
        Path folder = Files.createTempDirectory("owlet-bench");
        PlaceTable places = open(folder.toString());
        for (int size : new int[] {1, 1, 100, 10_000, 10_000, 100_000, 100_000, 400_000}) {
            int base = Math.toIntExact(places.view().count());
            List<Place> rows = IntStream.range(base, base + size)
                    .mapToObj(i -> new Place("P" + i, "Name " + i, null))
                    .toList();
            time("append " + size, () -> places.append(rows, "bench"));
        }
        time("append 1 to all that", () -> places.append(List.of(Place.of("one")), "bench"));
        time("append 1 again", () -> places.append(List.of(Place.of("two")), "bench"));
        time("find", () -> places.find(List.of("P77777")));
        time("upsert 1 of 400,000", () -> places.upsert(List.of(Place.of("P300000")), "bench"));
        PlaceTable again = open(folder.toString());
        time("read all, fresh caches", () -> {
            try (var rows = again.scan(Filter.all())) {
                return rows.count();
            }
        });
    }

    private static void time(String what, Supplier<?> work) {
        long start = System.nanoTime();
        Object result = work.get();
        System.out.printf("%-28s %8.1f ms  %s%n", what, (System.nanoTime() - start) / 1e6, result);
    }
}
