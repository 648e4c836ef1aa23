package dev.owlet.examples.interop;

import static dev.owlet.examples.interop.Rows.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that Spark made, in the ways it knows of writing a value: Owlet reads them, and Owlet takes them over. */
class SparkTablesTest extends InteropTest {
    /** The columns of {@code Everything} that the model names, from what Owlet wrote, written by Spark. */
    private OwletTable copyBySpark(List<JsonNode> samples, Map<String, String> settings, String... partitions) {
        OwletTable source = owlet().table(root.resolve("source"), "Everything");
        source.insert(samples);
        Dataset<Row> rows = Spark.read(source.path())
                .drop("_version", "_created_at", "_created_by", "_updated_at", "_updated_by", "_upload");
        OwletTable copy = table("Everything");
        Spark.with(
                settings,
                () -> rows.write()
                        .format("delta")
                        .partitionBy(partitions)
                        .save(copy.path().toString()));
        return copy;
    }

    private void assertRead(List<JsonNode> samples, Map<String, String> settings, String... partitions) {
        OwletTable copy = copyBySpark(samples, settings, partitions);
        assertSame(copy.rows(), samples);
        assertThat(copy.count()).isEqualTo(samples.size());

        copy.upsert("{\"id\":7,\"name\":\"changed\"}");
        List<JsonNode> changed = new java.util.ArrayList<>(samples);
        changed.removeIf(row -> row.path("id").asText().equals("7"));
        changed.add(Rows.parse("{\"id\":7,\"name\":\"changed\"}"));
        assertSame(copy.rows(), changed);
        assertSame(Spark.rows(copy.path()), changed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncompressed", "snappy", "gzip", "zstd", "lz4_raw"})
    void eachCodec(String codec) {
        assertRead(Samples.many(2000), Map.of("spark.sql.parquet.compression.codec", codec));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT96", "TIMESTAMP_MICROS"})
    void eachKindOfTimestamp(String kind) {
        assertRead(Samples.everything(), Map.of("spark.sql.parquet.outputTimestampType", kind));
    }

    /** Nested lists of two levels, and decimals in bytes. */
    @Test
    void theLegacyFormat() {
        assertRead(Samples.everything(), Map.of("spark.sql.parquet.writeLegacyFormat", "true"));
    }

    /** Other encodings: deltas of numbers and texts, booleans in runs. */
    @Test
    void pagesOfVersionTwo() {
        assertRead(Samples.many(500), Map.of("parquet.writer.version", "v2", "parquet.enable.dictionary", "false"));
    }

    @Test
    void partitionsBySeveralColumns() {
        List<JsonNode> rows = Rows.of("""
                {"id":7,"flag":true,"day":"2024-02-29","name":"a/b=c%20 ü","moment":"2024-03-10T07:00:00.000001Z"}""", """
                {"id":2,"flag":false,"day":"0001-01-01","name":"x","price":"1.50"}""", """
                {"id":3,"name":"__HIVE_DEFAULT_PARTITION_"}""");
        assertRead(rows, Map.of(), "flag", "day", "name", "price", "moment");
    }

    @Test
    void numbersAndKindsAsPartitions() {
        List<JsonNode> rows = Rows.of("""
                {"id":7,"small":-5,"big":"9223372036854775807","ratio":0.1,"sum":"-0.0001","kind":"NA","heavy":false}""", """
                {"id":2,"small":0,"big":3,"ratio":1.0E10,"sum":"5.0000","kind":"BARN","heavy":true}""");
        assertRead(rows, Map.of(), "small", "big", "ratio", "sum", "kind");
    }

    @Test
    void manyFilesAndRowGroups() {
        List<JsonNode> samples = Samples.many(4000);
        OwletTable copy = copyBySpark(
                samples,
                Map.of(
                        "spark.sql.files.maxRecordsPerFile",
                        "900",
                        "parquet.block.size",
                        "20000",
                        "parquet.page.size",
                        "2000"));
        assertThat(copy.files()).hasSizeGreaterThan(4);
        assertSame(copy.rows(), samples);
        assertThat(copy.find("3999").path("story").asText()).isEqualTo("3999");
    }

    /** Columns in another order and case, more of them, and some missing. */
    @Test
    void columnsOfAnotherShape() {
        OwletTable birds = table("Bird");
        Spark.sql(
                "create table %s (extra map<string,int>, WEIGHT decimal(6,1), Ring string) using delta", birds.path());
        Spark.sql("insert into %s values (map('a', 1), 2.5, 'A1'), (null, null, 'A2')", birds.path());

        assertSame(birds.rows(), Rows.of("{\"ring\":\"A1\",\"weight\":\"2.5\"}", "{\"ring\":\"A2\"}"));
        birds.upsert("{\"ring\":\"A2\",\"name\":\"now\"}");
        assertSame(birds.rows(), Rows.of("{\"ring\":\"A1\",\"weight\":\"2.5\"}", "{\"ring\":\"A2\",\"name\":\"now\"}"));
        assertThat(Spark.count(birds.path(), "extra['a'] = 1 and ring = 'A1'")).isEqualTo(1);
        assertThat(Spark.count(birds.path(), "name = 'now'")).isEqualTo(1);
    }
}
