package dev.owlet.runtime.faults;

import dev.owlet.runtime.faults.Birds.Nest;
import dev.owlet.runtime.faults.Birds.NestTable;
import dev.owlet.runtime.store.CountingStore;
import dev.owlet.runtime.store.Counts;
import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.S3StandIn;
import dev.owlet.runtime.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Commits of one row a second, by 1, 4 and 8 processes on one table, on disk and on a stand-in of S3 on this machine; and
 * what operations ask of S3. With the class path that {@code .ci/faults} makes:
 *
 * <pre>
 * java -cp … dev.owlet.runtime.faults.CommitBenchmark FOLDER [COMMITS OF EACH WRITER, 100]
 * </pre>
 */
final class CommitBenchmark {
    private static final int WARM_UP = 30;
    private static final int WARM_COMMITS = 25;
    private static final long LOOK_MILLIS = 2;

    private CommitBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 5) {
            write(arguments);
            return;
        }
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int commits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        for (boolean onS3 : new boolean[] {false, true}) {
            for (int writers : new int[] {1, 4, 8}) {
                try (Site site = new Site(folder.resolve("commits"), onS3, 0, new Jvm())) {
                    double seconds = seconds(site, folder, writers, commits);
                    System.out.printf(
                            "%-5s %d writers: %6.1f commits/s%n",
                            onS3 ? "S3" : "disk", writers, writers * commits / seconds);
                }
            }
        }
        requests();
    }

    /** Starts all, waits until each has warmed up, and lets them go together. */
    private static double seconds(Site site, Path folder, int writers, int commits)
            throws IOException, InterruptedException {
        Path gate = Files.createTempDirectory(folder, "gate");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String name = "b" + i;
            processes.add(site.start(
                    name,
                    CommitBenchmark.class,
                    site.root(),
                    name,
                    Integer.toString(commits),
                    gate.toString(),
                    "write"));
        }
        for (int i = 0; i < writers; i++) {
            await(gate.resolve("b" + i));
        }
        long start = System.nanoTime();
        Files.createFile(gate.resolve("go"));
        for (Process process : processes) {
            if (Jvm.join(process) != 0) {
                throw new IOException("a writer failed; see its log in " + folder);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void await(Path file) throws InterruptedException {
        while (!Files.exists(file)) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static void write(String[] arguments) throws IOException, InterruptedException {
        NestTable nests = open(ObjectStore.open(arguments[0]));
        Path gate = Path.of(arguments[3]);
        append(nests, arguments[1] + "-warm", WARM_UP);
        Files.createFile(gate.resolve(arguments[1]));
        await(gate.resolve("go"));
        append(nests, arguments[1], Integer.parseInt(arguments[2]));
    }

    private static NestTable open(ObjectStore store) {
        return new Tables(store).add(new NestTable());
    }

    private static void append(NestTable nests, String name, int count) {
        for (int i = 0; i < count; i++) {
            nests.append(List.of(new Nest(name + i, i, null)), name);
        }
    }

    private static void requests() throws IOException {
        try (S3StandIn standIn = S3StandIn.start()) {
            String root = "s3://" + S3StandIn.BUCKET;
            CountingStore store = new CountingStore(standIn.store(root));
            NestTable nests = open(store);
            append(nests, "a", WARM_COMMITS);
            Counts before = store.counts();
            append(nests, "b", 1);
            print("commit of one row, warm table", before, store.counts());

            before = store.counts();
            nests.find(List.of("b0"));
            print("read of one row just written", before, store.counts());

            append(open(standIn.store(root)), "c", 1);
            before = store.counts();
            nests.find(List.of("c0"));
            print("read of one row that another process wrote", before, store.counts());

            before = store.counts();
            nests.find(List.of("c0"));
            print("read of the same row again", before, store.counts());

            CountingStore cold = new CountingStore(standIn.store(root));
            NestTable opened = open(cold);
            opened.view();
            print(
                    "cold open of " + (opened.view().version() + 1) + " commits",
                    new CountingStore(cold).counts(),
                    cold.counts());
            before = cold.counts();
            opened.find(List.of("c0"));
            print("first read of one row after that", before, cold.counts());
        }
    }

    private static void print(String what, Counts before, Counts after) {
        System.out.printf("%-45s %s%n", what, after.minus(before));
    }
}
