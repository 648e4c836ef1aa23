package dev.owlet.examples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The one Spark of this process; it stays until the process ends. */
final class Spark {
    private Spark() {}

    /** @param master such as {@code local[2]}; the first that is given stays */
    static SparkSession start(String master) {
        SparkSession session = SparkSession.builder()
                .appName("interop")
                .master(master)
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.codegen.wholeStage", "false") // more time in compiling than in these few rows
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.warehouse.dir", System.getProperty("warehouse"))
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
        session.sparkContext().setLogLevel("ERROR");
        return session;
    }

    static SparkSession spark() {
        return Session.TESTS;
    }

    private static final class Session {
        static final SparkSession TESTS =
                SparkSession.getActiveSession().isDefined() ? SparkSession.active() : start("local[2]");
    }

    static Dataset<Row> read(Path table) {
        return spark().read().format("delta").load(table.toString());
    }

    /** Runs something with settings that are as before afterwards. */
    static void with(Map<String, String> settings, Runnable work) {
        settings.forEach((name, value) -> {
            spark().conf().set(name, value);
            spark().sparkContext().hadoopConfiguration().set(name, value); // Parquet's own are read from here
        });
        try {
            work.run();
        } finally {
            settings.keySet().forEach(name -> {
                spark().conf().unset(name);
                spark().sparkContext().hadoopConfiguration().unset(name);
            });
        }
    }

    /** A statement in which {@code %s} stands for the table. */
    static Dataset<Row> sql(String statement, Path table) {
        return spark().sql(statement.replace("%s", "delta.`" + table + "`"));
    }

    static long count(Path table, String condition) {
        return read(table).where(condition).count();
    }

    /** All rows with all columns, in Owlet's form. */
    static List<JsonNode> stored(Path table) {
        return SparkRows.of(read(table));
    }

    /** The rows without the columns that Owlet adds for itself. */
    static List<JsonNode> rows(Path table) {
        return Rows.own(stored(table));
    }
}
