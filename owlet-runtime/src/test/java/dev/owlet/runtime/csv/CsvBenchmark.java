package dev.owlet.runtime.csv;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Rows a second of one core, from the bytes of a CSV file of ten columns to checked records; one row in a hundred is bad.
 * By CPU time of the thread, so that figures hold on a busy machine. Run {@code main} with the test class path, after
 * {@code mvn test-compile}; the argument is the number of rows, a million without.
 */
final class CsvBenchmark {
    private static final int ROUNDS = 7;

    private CsvBenchmark() {}

    public static void main(String[] arguments) {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        byte[] file = Sale.csv(rows);
        double[] seconds = new double[ROUNDS];
        long accepted = 0;
        for (int round = -3; round < ROUNDS; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            accepted = read(file);
            double took = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
            if (round >= 0) {
                seconds[round] = took;
            }
        }
        Arrays.sort(seconds);
        double median = seconds[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "%d rows, %d bytes, %d accepted: %.3f s of CPU, %.0f rows/s, %.0f MB/s%n",
                rows,
                file.length,
                accepted,
                median,
                rows / median,
                file.length / median / 1e6);
    }

    private static long read(byte[] file) {
        long accepted = 0;
        try (CsvReader<Sale> reader =
                CsvReader.open(Sale.TYPE, ImportSpec.standard(), new ByteArrayInputStream(file))) {
            while (reader.hasNext()) {
                accepted += reader.next() instanceof ReadRow.Accepted<Sale> ? 1 : 0;
            }
        }
        return accepted;
    }
}
