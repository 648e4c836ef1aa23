package dev.owlet.examples.interop;

import static dev.owlet.examples.interop.Rows.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.junit.jupiter.api.Test;

/** Spark reads what Owlet wrote: every type and version, value for value. */
class SparkReadsTest extends InteropTest {
    @Test
    void everyTypeHasItsTypeInSpark() {
        OwletTable table = table("Everything");
        table.insert(Samples.everything());

        assertThat(Spark.read(table.path()).schema().toDDL()).isEqualTo(Samples.EVERYTHING_IN_SPARK);
    }

    @Test
    void everyValueIsTheSame() {
        OwletTable table = table("Everything");
        List<JsonNode> samples = Samples.everything();
        table.insert(samples);

        assertSame(table.rows(), samples);
        assertSame(Spark.rows(table.path()), samples);
        assertSame(Spark.stored(table.path()), table.stored());
    }

    @Test
    void largeFilesAreTheSameToo() {
        OwletTable table = table("Everything");
        List<JsonNode> samples = Samples.many(3000); // compressed, and several pages
        table.insert(samples);

        assertSame(Spark.rows(table.path()), samples);
    }

    @Test
    void aTableWithoutRowsKeepsItsColumns() {
        OwletTable table = table("Bird");
        table.insert("{\"ring\":\"A1\"}");
        table.delete("A1");

        assertThat(Spark.rows(table.path())).isEmpty();
        assertThat(Spark.read(table.path()).columns()).contains("ring", "name", "weight", "seen_at", "_version");
    }

    @Test
    void changedRowsAreThereOnceInEveryVersion() {
        OwletTable table = table("Bird");
        table.insert("{\"ring\":\"A1\",\"name\":\"one\"}", "{\"ring\":\"A2\",\"name\":\"two\"}");
        table.upsert("{\"ring\":\"A2\",\"name\":\"deux\"}", "{\"ring\":\"A3\",\"weight\":\"3.5\"}");
        table.delete("A1");

        for (long version = 0; version <= 2; version++) {
            assertSame(
                    Rows.own(SparkRows.of(Spark.sql("select * from %s version as of " + version, table.path()))),
                    table.rows(version));
        }
        assertSame(
                Spark.rows(table.path()),
                Rows.of("{\"ring\":\"A2\",\"name\":\"deux\"}", "{\"ring\":\"A3\",\"weight\":\"3.5\"}"));
    }

    @Test
    void theHistoryIsThere() {
        OwletTable table = table("Bird");
        table.insert("{\"ring\":\"A1\"}");
        table.upsert("{\"ring\":\"A1\",\"name\":\"x\"}", "{\"ring\":\"A2\"}");

        assertThat(SparkRows.of(Spark.sql("describe history %s", table.path())
                        .select("version", "userName", "operation", "engineInfo", "operationMetrics.numOutputRows")))
                .containsExactlyElementsOf(Rows.of("""
                        {"version":1,"userName":"owlet","operation":"UPSERT","engineInfo":"Owlet","numOutputRows":"2"}""", """
                        {"version":0,"userName":"owlet","operation":"INSERT","engineInfo":"Owlet","numOutputRows":"1"}"""));
    }

    /** The checkpoint alone must do: the commits before it are taken away. */
    @Test
    void theCheckpointHoldsWhatTheCommitsHeld() throws IOException {
        OwletTable table = table("Everything");
        List<JsonNode> samples = Samples.many(14);
        samples.forEach(sample -> table.insert(List.of(sample)));
        Path log = table.path().resolve("_delta_log");
        assertThat(log.resolve("00000000000000000010.checkpoint.parquet")).exists();
        for (int version = 0; version < 10; version++) {
            Files.delete(log.resolve("%020d.json".formatted(version)));
        }

        assertSame(Spark.rows(table.path()), samples);
        assertThat(Spark.count(table.path(), "id = 3")).isEqualTo(1);
    }

    /** One file of each form instead of many; what only Spark knows is still there. */
    @Test
    void afterCompactionNothingChanged() {
        OwletTable table = table("Everything");
        List<JsonNode> samples = Samples.everything();
        samples.forEach(sample -> table.insert(List.of(sample)));
        Spark.sql("alter table %s add columns (sparks map<string, int>)", table.path());
        Spark.sql("update %s set sparks = map('a', 1) where id = 7", table.path());
        List<JsonNode> before = table.stored();

        table.care();

        assertThat(table.files()).hasSize(2);
        assertSame(table.stored(), before);
        assertSame(SparkRows.of(Spark.read(table.path()).drop("sparks")), before);
        assertThat(Spark.count(table.path(), "id = 7 and sparks['a'] = 1")).isEqualTo(1);
        assertThat(Spark.count(table.path(), "sparks is null")).isEqualTo(samples.size() - 1L);
    }

    /** Spark counts files, bytes and more anew and compares with what the commit's checksum says. */
    @Test
    void checksumsHold() {
        OwletTable table = table("Bird");
        table.insert("{\"ring\":\"A1\"}", "{\"ring\":\"A2\"}");
        table.upsert("{\"ring\":\"A1\",\"name\":\"x\"}");
        table.delete("A2");

        assertThat(table.path().resolve("_delta_log/00000000000000000002.crc")).exists();
        Snapshot snapshot =
                DeltaLog.forTable(Spark.spark(), table.path().toString()).unsafeVolatileSnapshot();
        assertThat(snapshot.version()).isEqualTo(2);
        assertThat(snapshot.checksumOpt().isDefined()).isTrue();
        assertThat(snapshot.validateChecksum(scala.collection.immutable.Map$.MODULE$.empty()))
                .isTrue();
    }

    /** The later model renames a column, adds some, and drops none from storage. */
    @Test
    void aTableOfTwoModelsHasTheColumnsOfBoth() throws IOException {
        OwletTable earlier = table("Bird");
        earlier.insert("{\"ring\":\"A1\",\"name\":\"one\",\"weight\":\"1.5\"}");
        OwletTable later = table("LaterBird");
        Files.move(earlier.path(), later.path());
        String latest = """
                {"ring":"A2","title":"two","rank":1,"place":{"lat":"1.000000","where":"x"},"tags":["a",""]}""";
        later.insert(latest);

        assertSame(later.rows(), Rows.of("{\"ring\":\"A1\",\"title\":\"one\",\"weight\":\"1.5\",\"rank\":7}", latest));
        assertSame(Spark.rows(later.path()), Rows.of("{\"ring\":\"A1\",\"name\":\"one\",\"weight\":\"1.5\"}", latest));
        assertThat(Spark.count(later.path(), "rank is null")).isEqualTo(1);
        assertThat(Spark.count(later.path(), "rank = 1")).isEqualTo(1);
        assertThat(Spark.count(later.path(), "place.lat > 0")).isEqualTo(1);
    }
}
