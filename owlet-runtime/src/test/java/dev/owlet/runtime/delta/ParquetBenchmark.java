package dev.owlet.runtime.delta;

import com.sun.management.OperatingSystemMXBean;
import dev.owlet.runtime.delta.Sightings.Sighting;
import dev.owlet.runtime.store.CountingStore;
import dev.owlet.runtime.store.Counts;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * What Parquet files cost, apart from the tests; figures are CPU time of the process, so that they hold on a busy
 * machine. Run {@code main} with the test class path, after {@code mvn test-compile}:
 *
 * <pre>
 * write ROWS             rows/s of ten columns, by the row type and by a write support made by hand
 * codecs ROWS            CPU to write and to read, and bytes, by codec
 * cold CODEC [native]    CPU of a fresh process that writes and reads 2,000 rows; native: by parquet-java's own factory,
 *                        with the jars of snappy-java or zstd-jni before all others on the class path
 * blooms ROWS            bytes of a file, and bytes and requests of look-ups, with bloom filters and without
 * copy ROWS              rows/s of copying a file as it is stored
 * </pre>
 */
final class ParquetBenchmark {
    private static final int ROUNDS = 7;

    private ParquetBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 1 && arguments[1].matches("\\d+") ? Integer.parseInt(arguments[1]) : 0;
        switch (arguments[0]) {
            case "write" -> write(Sightings.rows(rows));
            case "codecs" -> codecs(Sightings.rows(rows));
            case "blooms" -> blooms(Sightings.rows(rows));
            case "copy" -> copy(Sightings.rows(rows));
            default -> cold(CompressionCodecName.valueOf(arguments[1]), arguments.length > 2);
        }
    }

    /** Of the whole process, its compiler threads too. */
    private static double cpuMillis() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }

    private interface Work {
        long run() throws IOException;
    }

    private static double threadMillis(Work work) throws IOException {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
    }

    /** Median of several rounds, after two to warm up. All works take turns. */
    private static double[] medians(Work... works) throws IOException {
        double[][] times = new double[works.length][ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            for (int i = 0; i < works.length; i++) {
                double time = threadMillis(works[i]);
                if (round >= 0) {
                    times[i][round] = time;
                }
            }
        }
        return Arrays.stream(times)
                .peek(Arrays::sort)
                .mapToDouble(sorted -> sorted[ROUNDS / 2])
                .toArray();
    }

    private static byte[] bytes(WriteSupport<Sighting> support, List<Sighting> rows, CompressionCodecName codec)
            throws IOException {
        return bytes(support, rows, codec, false);
    }

    private static byte[] bytes(
            WriteSupport<Sighting> support, List<Sighting> rows, CompressionCodecName codec, boolean own)
            throws IOException {
        MemoryFile file = new MemoryFile();
        Builder builder = new Builder(file, support)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(codec)
                .withWriterVersion(WriterVersion.PARQUET_1_0)
                .withPageRowCountLimit(10_000)
                .withPageSize(128 * 1024)
                .withRowGroupRowCountLimit(128 * 1024);
        if (!own) {
            builder.withCodecFactory(new Codecs());
        }
        try (ParquetWriter<Sighting> writer = builder.build()) {
            for (Sighting row : rows) {
                writer.write(row);
            }
        }
        return file.bytes();
    }

    private static void write(List<Sighting> rows) throws IOException {
        CompressionCodecName codec = CompressionCodecName.UNCOMPRESSED;
        double[] millis = medians(
                () -> bytes(typed(), rows, codec).length, () -> bytes(new SightingWriteSupport(), rows, codec).length);
        System.out.printf(
                Locale.ROOT,
                "k rows/s of CPU: row type %.0f, by hand %.0f%n",
                rows.size() / millis[0],
                rows.size() / millis[1]);
    }

    private static RowWriteSupport<Sighting> typed() {
        return new RowWriteSupport<>(Sightings.TYPE, PartitionValues.NONE);
    }

    private static long read(byte[] bytes) throws IOException {
        StoredBytes stored = StoredBytes.of("bench", bytes);
        OpenFile file = new OpenFile(stored, Footer.read(stored));
        long count = 0;
        try (RowScan<Sighting> scan = file.all(new TypedRows<>(Sightings.TYPE, PartitionValues.NONE))) {
            while (scan.next() != null) {
                count++;
            }
        }
        return count;
    }

    private static void codecs(List<Sighting> rows) throws IOException {
        for (CompressionCodecName codec : List.of(
                CompressionCodecName.UNCOMPRESSED,
                CompressionCodecName.SNAPPY,
                CompressionCodecName.LZ4_RAW,
                CompressionCodecName.ZSTD,
                CompressionCodecName.GZIP)) {
            byte[] bytes = bytes(typed(), rows, codec);
            double[] millis = medians(() -> bytes(typed(), rows, codec).length, () -> read(bytes));
            System.out.printf(
                    Locale.ROOT,
                    "%-13s k rows/s of CPU: written %5.0f, read %5.0f; %.1f MB%n",
                    codec,
                    rows.size() / millis[0],
                    rows.size() / millis[1],
                    bytes.length / 1e6);
        }
    }

    private static void cold(CompressionCodecName codec, boolean own) throws IOException {
        double started = cpuMillis();
        List<Sighting> rows = Sightings.rows(2000);
        double made = cpuMillis();
        byte[] bytes = bytes(typed(), rows, codec, own);
        double written = cpuMillis();
        long count = own ? readNative(bytes) : read(bytes);
        System.out.printf(
                Locale.ROOT,
                "%s%s: CPU ms start %.0f, rows +%.0f, write +%.0f, read +%.0f; %d bytes, %d rows%n",
                codec,
                own ? " native" : "",
                started,
                made - started,
                written - made,
                cpuMillis() - written,
                bytes.length,
                count);
    }

    private static long readNative(byte[] bytes) throws IOException {
        long count = 0;
        try (var reader = new NativeReader(bytes).build()) {
            while (reader.read() != null) {
                count++;
            }
        }
        return count;
    }

    private static void blooms(List<Sighting> rows) throws IOException {
        CountingStore store = new CountingStore(
                ObjectStore.open(Files.createTempDirectory("owlet-bench").toString()));
        List<Sighting> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(1));
        for (boolean filters : new boolean[] {false, true}) {
            RowFiles<Sighting> files =
                    new RowFiles<>(Sightings.TYPE, store, "t", filters ? Set.of(Sightings.ID) : Set.of());
            lookUps("sorted keys", files, files.write(rows), rows, store, filters);
            lookUps("random keys", files, files.write(shuffled), rows, store, filters);
        }
    }

    private static void lookUps(
            String what,
            RowFiles<Sighting> files,
            DataFile file,
            List<Sighting> rows,
            CountingStore store,
            boolean filters)
            throws IOException {
        files.count(file);
        Random random = new Random(5);
        Counts before = store.counts();
        double millis = threadMillis(() -> {
            for (int i = 0; i < 50; i++) {
                files.find(
                        file,
                        List.of(Sightings.ID),
                        List.of(rows.get(random.nextInt(rows.size())).id()));
            }
            return 0;
        });
        Counts there = store.counts().minus(before);
        before = store.counts();
        for (int i = 0; i < 50; i++) {
            java.util.UUID near = rows.get(random.nextInt(rows.size())).id();
            files.find(file, List.of(Sightings.ID), List.of(new java.util.UUID(near.getMostSignificantBits(), i)));
        }
        Counts absent = store.counts().minus(before);
        System.out.printf(
                Locale.ROOT,
                "%s, bloom filters %-5s: file %.2f MB; a look-up %.1f requests, %.0f kB, %.1f ms of CPU; in vain %.1f"
                        + " requests, %.0f kB%n",
                what,
                filters,
                file.size() / 1e6,
                there.get() / 50.0,
                there.read() / 50e3,
                millis / 50,
                absent.get() / 50.0,
                absent.read() / 50e3);
    }

    private static void copy(List<Sighting> rows) throws IOException {
        ObjectStore store =
                ObjectStore.open(Files.createTempDirectory("owlet-bench").toString());
        RowFiles<Sighting> files = new RowFiles<>(Sightings.TYPE, store, "t");
        DataFile file = files.write(rows);
        BitSet gone = new BitSet();
        gone.set(rows.size() / 2);
        double[] millis = medians(() -> {
            DataFile copy = files.copyWithout(file, gone).orElseThrow();
            files.discard(copy);
            return copy.size();
        });
        System.out.printf(Locale.ROOT, "k rows/s of CPU: copied %.0f%n", rows.size() / millis[0]);
    }

    private static final class Builder extends ParquetWriter.Builder<Sighting, Builder> {
        private final WriteSupport<Sighting> support;

        Builder(MemoryFile file, WriteSupport<Sighting> support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<Sighting> getWriteSupport(Configuration configuration) {
            return support;
        }

        @Override
        protected WriteSupport<Sighting> getWriteSupport(ParquetConfiguration configuration) {
            return support;
        }
    }

    private static final class NativeReader
            extends org.apache.parquet.hadoop.ParquetReader.Builder<org.apache.parquet.example.data.Group> {
        NativeReader(byte[] bytes) {
            super(StoredBytes.of("bench", bytes), new PlainParquetConfiguration());
        }

        @Override
        protected org.apache.parquet.hadoop.api.ReadSupport<org.apache.parquet.example.data.Group> getReadSupport() {
            return new org.apache.parquet.hadoop.example.GroupReadSupport();
        }
    }
}
