package dev.owlet.examples.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * What Spark on one machine takes to write a million rows of ten columns to Delta and to look rows up, to be set beside
 * Owlet; no test. Prints one line of JSON; milliseconds, the best of several times after one to warm up.
 *
 * <pre>
 * mvn -q -f examples/interop/engines test-compile exec:exec@spark-benchmark -Dthreads=2
 * </pre>
 */
public final class SparkBenchmark {
    private static final int ROWS = 1_000_000;
    private static final int TIMES = 3;

    private final SparkSession spark;
    private final Path table;
    private final Map<String, Object> results = new LinkedHashMap<>();

    private SparkBenchmark(int threads, Path folder) {
        spark = Spark.start("local[" + threads + "]");
        spark.conf().set("spark.sql.codegen.wholeStage", "true");
        table = folder.resolve("rows");
        results.put("engine", "Spark " + spark.version() + " local[" + threads + "]");
        results.put("rows", ROWS);
    }

    /** @param arguments number of threads */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("spark-benchmark");
        try {
            new SparkBenchmark(Integer.parseInt(arguments[0]), folder).run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws IOException {
        Dataset<Row> rows = rows().cache();
        rows.count();
        long millis = best(
                "write_ms",
                () -> rows.write().format("delta").mode(SaveMode.Overwrite).save(table.toString()));
        results.put("write_rows_per_s", ROWS * 1000L / millis);
        results.put("write_bytes", bytes());
        rows.unpersist();
        best("find_by_key_ms", () -> expect(1, "id = 'id-0777777'"));
        best("filtered_page_ms", () -> expect(25, "amount between 100 and 200 and category = 'category 7'"));
        best("count_ms", () -> Spark.read(table).count());
        System.out.println(Rows.JSON.valueToTree(results));
        spark.stop();
    }

    /** Ids in order, as UUIDs of version 7 are; the rest spread. */
    private Dataset<Row> rows() {
        return spark.range(0, ROWS, 1, 4)
                .selectExpr(
                        "format_string('id-%07d', id) id",
                        "concat('name ', id * 7919 % 100003) name",
                        "concat('category ', id % 17) category",
                        "cast(id % 1000 as int) quantity",
                        "id * 0.25D price",
                        "id % 3 = 0 flag",
                        "date_add(date'2020-01-01', cast(id % 2000 as int)) day",
                        "timestamp_micros(1600000000000000 + id * 1000003) seen_at",
                        "cast(id % 100000 / 100 as decimal(12,2)) amount",
                        "if(id % 5 = 0, null, concat('note ', id)) note");
    }

    private void expect(int count, String condition) {
        int found = Spark.read(table).where(condition).limit(25).collectAsList().size();
        if (found != count) {
            throw new IllegalStateException(condition + " found " + found);
        }
    }

    private long best(String name, Runnable work) {
        work.run();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
        }
        results.put(name, best);
        return best;
    }

    /** The files of the last time; those before it are still there. */
    private long bytes() throws IOException {
        long bytes = 0;
        for (String file : Spark.read(table).inputFiles()) {
            bytes += Files.size(Path.of(java.net.URI.create(file)));
        }
        return bytes;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
