package dev.owlet.examples.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * What DuckDB and Spark take to turn the CSV file of Owlet's own benchmark into Parquet, bad rows left out: {@code duckdb|spark
 * THREADS FILE FOLDER TIMES}; no test. Neither checks that keys are unique, and neither hands bad rows back. One line of JSON
 * each time.
 */
public final class IngestPeers {
    private IngestPeers() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        String threads = arguments[1];
        Path file = Path.of(arguments[2]).toAbsolutePath();
        Path folder = Files.createDirectories(Path.of(arguments[3]).toAbsolutePath());
        int times = Integer.parseInt(arguments[4]);
        if (arguments[0].equals("duckdb")) {
            duckdb(threads, file, folder, times);
        } else {
            spark(threads, file, folder, times);
        }
    }

    private static void duckdb(String threads, Path file, Path folder, int times) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + threads);
            statement.execute("set timezone = 'UTC'");
            String columns = "{'id': 'varchar', 'name': 'varchar', 'category': 'varchar', 'quantity': 'integer', "
                    + "'price': 'double', 'flag': 'boolean', 'day': 'date', 'seen_at': 'timestamptz', "
                    + "'amount': 'decimal(12,2)', 'note': 'varchar'}";
            for (int i = 0; i < times; i++) {
                Path out = folder.resolve("duckdb-" + threads + "-" + i + ".parquet");
                long start = System.nanoTime();
                statement.execute("copy (select * from read_csv('" + file + "', header = true, columns = " + columns
                        + ", ignore_errors = true)) to '" + out + "' (format parquet, compression zstd)");
                report("DuckDB " + threads, i, start);
            }
        }
    }

    private static void spark(String threads, Path file, Path folder, int times) throws IOException {
        SparkSession spark = Spark.start("local[" + threads + "]");
        spark.conf().set("spark.sql.codegen.wholeStage", "true");
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            spark.read()
                    .option("header", true)
                    .option("mode", "DROPMALFORMED")
                    .schema(
                            "id string, name string, category string, quantity int, price double, flag boolean, day date, "
                                    + "seen_at timestamp, amount decimal(12,2), note string")
                    .csv(file.toString())
                    .write()
                    .format("delta")
                    .mode(SaveMode.ErrorIfExists)
                    .save(folder.resolve("spark-" + threads + "-" + i).toString());
            report("Spark " + threads, i, start);
        }
        spark.stop();
    }

    private static void report(String engine, int run, long start) throws IOException {
        double cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
        System.out.printf(
                Locale.ROOT,
                "{\"engine\":\"%s\",\"run\":%d,\"seconds\":%.2f,\"cpu_s\":%.2f,\"peak_rss_mb\":%d}%n",
                engine,
                run,
                (System.nanoTime() - start) / 1e9,
                cpu,
                resident());
    }

    /** Most memory of the process so far; 0 where the system does not tell. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                                .filter(line -> line.startsWith("VmHWM"))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .sum()
                        >> 10
                : 0;
    }
}
