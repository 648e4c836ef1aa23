package dev.owlet.examples.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * What DuckDB and Spark take to turn the CSV file of Owlet's own benchmark into Parquet, bad rows left out: {@code
 * duckdb|duckdb-checked|spark THREADS FILE FOLDER TIMES}; no test. Only {@code duckdb-checked} does what Owlet does: keys
 * occur once, rows lie in their order, and bad rows are told with line and reason. One line of JSON each time; the first
 * has the start of the process in its CPU time.
 */
public final class IngestPeers {
    private static final String COLUMNS = "'id': 'varchar', 'name': 'varchar', 'category': 'varchar', "
            + "'quantity': 'integer', 'price': 'double', 'flag': 'boolean', 'day': 'date', 'seen_at': 'timestamptz', "
            + "'amount': 'decimal(12,2)', 'note': 'varchar'";

    private static double cpu;

    private IngestPeers() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        String threads = arguments[1];
        Path file = Path.of(arguments[2]).toAbsolutePath();
        Path folder = Files.createDirectories(Path.of(arguments[3]).toAbsolutePath());
        int times = Integer.parseInt(arguments[4]);
        switch (arguments[0]) {
            case "duckdb" -> duckdb(threads, file, folder, times);
            case "duckdb-checked" -> duckdbChecked(threads, file, folder, times);
            case "spark" -> spark(threads, file, folder, times);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void duckdb(String threads, Path file, Path folder, int times) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            prepare(statement, threads);
            for (int i = 0; i < times; i++) {
                Path out = folder.resolve("duckdb-" + threads + "-" + i + ".parquet");
                long start = System.nanoTime();
                statement.execute("copy (select * from " + read(file, "ignore_errors = true") + ") to '" + out
                        + "' (format parquet, compression zstd)");
                report("DuckDB " + threads, i, start, count(statement, "'" + out + "'"));
            }
        }
    }

    private static void duckdbChecked(String threads, Path file, Path folder, int times)
            throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            prepare(statement, threads);
            for (int i = 0; i < times; i++) {
                Path out = folder.resolve("duckdb-checked-" + threads + "-" + i + ".parquet");
                long start = System.nanoTime();
                String columns = COLUMNS.replaceAll("'(\\w+)': '([^']+)'", "$1 $2")
                        .replace("id varchar", "id varchar primary key");
                statement.execute("create table item (" + columns + ")");
                statement.execute("insert into item select * from " + read(file, "store_rejects = true"));
                statement.execute(
                        "copy (select * from item order by id) to '" + out + "' (format parquet, compression zstd)");
                statement.execute("copy (select line, error_message, csv_line from reject_errors) to '"
                        + folder.resolve("rejects.csv") + "'");
                report("DuckDB checked " + threads, i, start, count(statement, "item"));
                statement.execute("drop table item");
                statement.execute("drop table reject_errors");
                statement.execute("drop table reject_scans");
            }
        }
    }

    private static void prepare(Statement statement, String threads) throws SQLException {
        statement.execute("set threads = " + threads);
        statement.execute("set timezone = 'UTC'");
    }

    private static String read(Path file, String options) {
        return "read_csv('" + file + "', header = true, columns = {" + COLUMNS + "}, " + options + ")";
    }

    private static long count(Statement statement, String from) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void spark(String threads, Path file, Path folder, int times) throws IOException {
        SparkSession spark = Spark.start("local[" + threads + "]");
        spark.conf().set("spark.sql.codegen.wholeStage", "true");
        for (int i = 0; i < times; i++) {
            String out = folder.resolve("spark-" + threads + "-" + i).toString();
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
                    .save(out);
            report(
                    "Spark " + threads,
                    i,
                    start,
                    spark.read().format("delta").load(out).count());
        }
        spark.stop();
    }

    private static void report(String engine, int run, long start, long accepted) throws IOException {
        double seconds = (System.nanoTime() - start) / 1e9;
        double before = cpu;
        cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
        System.out.printf(
                Locale.ROOT,
                "{\"engine\":\"%s\",\"run\":%d,\"accepted\":%d,\"seconds\":%.2f,\"rows_per_s\":%.0f,\"cpu_s\":%.2f,"
                        + "\"peak_rss_mb\":%d}%n",
                engine,
                run,
                accepted,
                seconds,
                accepted / seconds,
                cpu - before,
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
