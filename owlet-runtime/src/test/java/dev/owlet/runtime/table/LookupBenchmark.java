package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.store.Counts;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.S3StandIn;
import dev.owlet.runtime.table.Readings.Reading;
import dev.owlet.runtime.table.Readings.ReadingTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Key look-ups and a filtered page in a table of a million rows in 1, 100 and 1,000 files, on the stand-in for S3: time,
 * requests and bytes. With the test class path: {@code java -Xmx2g …LookupBenchmark [rows]}.
 *
 * <p>"Cold" has nothing in memory but the code; "warm" is the same table again, for another key.
 */
final class LookupBenchmark {
    private static final int PAGE = 25;
    private static final int REPEATS = 9;

    private final S3StandIn s3;
    private final String root;

    private LookupBenchmark(S3StandIn s3, String root) {
        this.s3 = s3;
        this.root = root;
    }

    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        for (boolean timeOrdered : new boolean[] {true, false}) {
            for (int files : new int[] {1, 100, 1000}) {
                try (S3StandIn s3 = S3StandIn.start()) {
                    String root = "s3://" + S3StandIn.BUCKET;
                    List<UUID> keys = Readings.fill(s3.store(root), rows, files, timeOrdered);
                    System.out.printf(
                            "%,d rows in %d files, keys %s%n", rows, files, timeOrdered ? "in time order" : "random");
                    new LookupBenchmark(s3, root).run(keys, rows);
                }
            }
        }
    }

    private void run(List<UUID> keys, int rows) throws IOException {
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            find(open(), keys.get(warmUp));
        }
        measure("open", 1, i -> open().view().version());
        measure("find a key, cold", REPEATS, i -> find(open(), keys.get(i)));
        ReadingTable warm = open();
        find(warm, keys.get(0));
        measure("find a key, warm", REPEATS, i -> find(warm, keys.get(i + 1)));
        measure(
                "find no key, warm",
                REPEATS,
                i -> warm.find(List.of(new UUID(keys.get(i).getMostSignificantBits(), i))));
        measure("page of a narrow filter, cold", 3, i -> page(open(), ReadingTable.SEQUENCE.eq((long) rows / (i + 2))));
        measure("page of a wide filter, cold", 3, i -> page(open(), ReadingTable.STATION.eq(7 + i)));
    }

    private ReadingTable open() {
        ObjectStore store = s3.store(root);
        return new Tables(store).add(new ReadingTable());
    }

    private static Object find(ReadingTable table, UUID key) {
        return table.find(List.of(key)).orElseThrow().row().sequence();
    }

    /** What the API does for a page: the first rows, and how many there are. */
    private static long page(ReadingTable table, Filter<Reading> filter) {
        try (Stream<Stored<Reading>> rows = table.scan(filter)) {
            long[] count = new long[1];
            long shown =
                    rows.peek(row -> count[0]++).toList().stream().limit(PAGE).count();
            return shown + count[0];
        }
    }

    private interface Work {
        Object run(int i) throws IOException;
    }

    private void measure(String what, int repeats, Work work) throws IOException {
        double[] millis = new double[repeats];
        Counts before = s3.counts();
        for (int i = 0; i < repeats; i++) {
            long start = System.nanoTime();
            work.run(i);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Counts done = s3.counts().minus(before);
        Arrays.sort(millis);
        System.out.printf(
                "  %-32s %9.1f ms median of %d, each %.1f GET %.1f HEAD %.1f LIST, %,d kB%n",
                what,
                millis[repeats / 2],
                repeats,
                done.get() / (double) repeats,
                done.head() / (double) repeats,
                done.list() / (double) repeats,
                done.read() / repeats / 1000);
    }
}
