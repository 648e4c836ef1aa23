package dev.owlet.runtime.delta;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * How long delta-standalone takes to open a log, beside {@code LogBenchmark} of owlet-runtime, which makes the logs and
 * opens them by Owlet's own reader and by the kernel. From this module, with its test class path in {@code cp.txt}:
 *
 * <pre>
 * java -cp $(cat cp.txt) dev.owlet.runtime.delta.LogBenchmark prepare /tmp/log 10000 checkpoint
 * java -XX:TieredStopAtLevel=1 -cp $(cat cp.txt) dev.owlet.runtime.delta.StandaloneBenchmark /tmp/log
 * </pre>
 */
final class StandaloneBenchmark {
    private static final int TIMES = 30;

    private StandaloneBenchmark() {}

    /** @param arguments the root of a log that {@code LogBenchmark prepare} made */
    public static void main(String[] arguments) throws IOException {
        Path table = Path.of(arguments[0], "delta/bench");
        long first = open(table);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            best = Math.min(best, open(table));
        }
        System.out.printf("delta-standalone: first %d ms, best of %d %.1f ms%n", ms(first), TIMES, best / 1e6);
    }

    private static long open(Path table) throws IOException {
        long start = System.nanoTime();
        if (!new StandaloneLog(table).latest().exists()) {
            throw new IllegalArgumentException("no table in " + table);
        }
        return System.nanoTime() - start;
    }

    private static long ms(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
