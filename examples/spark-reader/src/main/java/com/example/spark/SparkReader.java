package com.example.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DecimalType;

/**
 * Prints, as one JSON object, the number of rows of every Delta table below a folder and the sum of each of its decimal
 * columns: {@code {"invoice":{"rows":412,"total":"2328.60"}}}.
 */
public final class SparkReader {
    private static final int NEWEST_JDK = 21;

    private SparkReader() {}

    /** @param args the folder that {@code OWLET_ROOT} named */
    public static void main(String[] args) throws IOException {
        if (Runtime.version().feature() > NEWEST_JDK) {
            System.out.println("SKIPPED: Spark 4.0 runs on JDK 17 and 21, this is " + Runtime.version().feature());
            return;
        }
        SparkSession spark = SparkSession.builder()
                .appName("spark-reader")
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
        try {
            spark.sparkContext().setLogLevel("ERROR");
            TreeMap<String, String> facts = new TreeMap<>();
            for (Path table : tables(Path.of(args[0]))) {
                facts.put(table.getFileName().toString(), facts(spark, table));
            }
            System.out.println(facts.entrySet().stream()
                    .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                    .collect(Collectors.joining(",", "{", "}")));
        } finally {
            spark.stop();
        }
    }

    private static List<Path> tables(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.endsWith("_delta_log")).map(Path::getParent).sorted().toList();
        }
    }

    private static String facts(SparkSession spark, Path path) {
        Dataset<Row> table = spark.read().format("delta").load(path.toString());
        List<String> columns = Arrays.stream(table.schema().fields())
                .filter(field -> field.dataType() instanceof DecimalType)
                .map(field -> field.name())
                .toList();
        String sums = columns.stream().map(name -> ", sum(`" + name + "`)").collect(Collectors.joining());
        table.createOrReplaceTempView("t");
        Row row = spark.sql("select count(*)" + sums + " from t").first();
        StringBuilder json = new StringBuilder("{\"rows\":").append(row.getLong(0));
        for (int i = 0; i < columns.size(); i++) {
            Object sum = row.get(i + 1);
            json.append(",\"").append(columns.get(i)).append("\":").append(sum == null ? "null" : "\"" + sum + "\"");
        }
        return json.append('}').toString();
    }
}
