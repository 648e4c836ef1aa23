package dev.owlet.runtime.delta;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import dev.owlet.runtime.store.CountingStore;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a log costs, apart from the tests; run {@code main} from an IDE, or with the test class path:
 *
 * <pre>
 * prepare FOLDER COMMITS checkpoint|none   makes a log of so many commits of one file each; with a checkpoint, it stands
 *                                          five commits before the last
 * open ROOT                                opens it: the first time in this process, and the best of 30 times after it
 * kernel ROOT                              the same by delta-kernel
 * checkpoint FOLDER                        writes a checkpoint of the latest version: the first time, and the best of 10
 * commit ROOT COMMITS                      commits, without data files: milliseconds each, with checkpoints and without
 * </pre>
 *
 * For example {@code java -XX:TieredStopAtLevel=1 -cp <test class path> dev.owlet.runtime.delta.LogBenchmark open /tmp/log}.
 */
final class LogBenchmark {
    private static final String TABLE = "delta/bench";
    private static final String STATS = "{\"numRecords\":%d,\"minValues\":{\"id\":\"0190c5a4-7f6e-7b1a-8000-%012d\","
            + "\"seen_at\":\"2026-03-01T10:00:00.000Z\",\"weight\":211.5,\"name\":\"Aardvark\"},\"maxValues\":{"
            + "\"id\":\"0190c5a4-7f6e-7b1a-8fff-%012d\",\"seen_at\":\"2026-03-01T11:00:00.000Z\",\"weight\":980.0,"
            + "\"name\":\"Zebra\"},\"nullCount\":{\"id\":0,\"seen_at\":0,\"weight\":3,\"name\":0}}";

    private LogBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "prepare" -> prepare(arguments[1], Integer.parseInt(arguments[2]), arguments[3].equals("checkpoint"));
            case "open" -> open(arguments[1]);
            case "kernel" -> kernel(arguments[1]);
            case "checkpoint" -> checkpoint(arguments[1]);
            case "commit" -> commit(arguments[1], Integer.parseInt(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static Commit adding(long version) {
        DataFile file = new DataFile(
                "part-0190c5a4-7f6e-7b1a-9000-%012d.parquet".formatted(version),
                Map.of(),
                12_345 + version,
                1_772_000_000_000L + version,
                Optional.of(STATS.formatted(100, version, version)));
        Commit commit = LogSamples.adding(file);
        return version == 0 ? LogSamples.with(commit, LogSamples.SCHEMA) : commit;
    }

    /** Writes the files one by one, as forcing each to the disk would take minutes. */
    private static void prepare(String folder, int commits, boolean checkpoint) throws IOException {
        Path log = Files.createDirectories(Path.of(folder, TABLE, "_delta_log"));
        Snapshot snapshot = Snapshot.none();
        Replay replay = new Replay(TABLE, snapshot);
        for (int version = 0; version < commits; version++) {
            byte[] text = CommitText.of(snapshot, adding(version), "0190c5a4-7f6e-7b1a-9000-" + version, version);
            Files.write(log.resolve(LogFiles.number(version) + ".json"), text);
            replay.apply(text);
            if (version == 0) {
                snapshot = replay.snapshot();
                replay = new Replay(TABLE, snapshot);
            }
        }
        if (checkpoint) {
            new KernelCheckpoints(ObjectStore.open(folder), TABLE).write(commits - 6L);
            Files.write(log.resolve(LogFiles.number(commits - 1) + ".crc"), "{}".getBytes(UTF_8));
        }
    }

    private interface Opening {
        int files() throws IOException;
    }

    private static void open(String root) throws IOException {
        CountingStore store = new CountingStore(ObjectStore.open(root));
        opening(store, () -> new StoreLog(store, TABLE).latest().files().size());
        DeltaLog warm = new StoreLog(store, TABLE);
        warm.latest();
        long from = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            warm.latest();
        }
        System.out.printf("warm, nothing new: %.3f ms%n", millisSince(from) / 1000);
    }

    private static void kernel(String root) throws IOException {
        CountingStore store = new CountingStore(ObjectStore.open(root));
        opening(store, () -> {
            KernelWitness kernel = new KernelWitness(store, TABLE);
            return kernel.files(kernel.snapshot()).size();
        });
    }

    private static void opening(CountingStore store, Opening opening) throws IOException {
        double started = cpuMillis();
        long from = System.nanoTime();
        int files = opening.files();
        double first = millisSince(from);
        System.out.printf(
                "%d files: first %.0f ms, CPU %.0f ms after %.0f to get here, %s%n",
                files, first, cpuMillis() - started, started, store.counts());
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 30; i++) {
            from = System.nanoTime();
            opening.files();
            best = Math.min(best, millisSince(from));
        }
        System.out.printf("best of 30: %.1f ms%n", best);
    }

    private static void checkpoint(String folder) throws IOException {
        ObjectStore store = ObjectStore.open(folder);
        long version = new StoreLog(store, TABLE).latest().version();
        String key = TABLE + "/_delta_log/" + LogFiles.number(version) + ".checkpoint.parquet";
        KernelCheckpoints checkpoints = new KernelCheckpoints(store, TABLE);
        double first = 0;
        double best = Double.MAX_VALUE;
        for (int i = 0; i <= 10; i++) {
            store.delete(key);
            long from = System.nanoTime();
            checkpoints.write(version);
            double took = millisSince(from);
            first = i == 0 ? took : first;
            best = Math.min(best, took);
        }
        System.out.printf(
                "checkpoint of version %d: first %.0f ms, best of 10 %.1f ms, %d bytes%n",
                version, first, best, store.head(key).size());
    }

    private static void commit(String root, int commits) throws IOException {
        CountingStore store = new CountingStore(ObjectStore.open(root));
        DeltaLog log = new StoreLog(store, TABLE);
        long first = log.latest().version() + 1;
        double plain = 0;
        double withCheckpoint = 0;
        for (long version = first; version < first + commits; version++) {
            long from = System.nanoTime();
            log.commit(log.latest(), adding(version));
            double took = millisSince(from);
            plain += version % 10 == 0 ? 0 : took;
            withCheckpoint += version % 10 == 0 ? took : 0;
        }
        System.out.printf(
                "%d commits from version %d: %.2f ms each, every tenth, with a checkpoint, %.1f ms, %s%n",
                commits, first, plain / (commits * 0.9), withCheckpoint / (commits * 0.1), store.counts());
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    /** CPU of the whole process, its compiler threads too. */
    private static double cpuMillis() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }
}
