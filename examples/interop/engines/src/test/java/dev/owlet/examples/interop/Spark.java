package dev.owlet.examples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The one Spark of this process; it stays until the process ends. */
final class Spark {
    private static final SparkSession SESSION = session();

    private Spark() {}

    private static SparkSession session() {
        SparkSession session = SparkSession.builder()
                .appName("interop")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.databricks.delta.snapshotPartitions", "1")
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
        return SESSION;
    }

    static Dataset<Row> read(Path table) {
        return SESSION.read().format("delta").load(table.toString());
    }

    /** A statement in which {@code %s} stands for the table. */
    static Dataset<Row> sql(String statement, Path table) {
        return SESSION.sql(String.format(statement, "delta.`" + table + "`"));
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
