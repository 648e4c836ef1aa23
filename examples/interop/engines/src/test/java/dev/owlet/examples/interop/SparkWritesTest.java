package dev.owlet.examples.interop;

import static dev.owlet.examples.interop.Rows.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spark changes Owlet's tables; Owlet reads exactly Spark's rows and goes on writing. */
class SparkWritesTest extends InteropTest {
    private OwletTable birds;

    @BeforeEach
    void someBirds() {
        birds = table("Bird");
        birds.insert("""
                {"ring":"A1","name":"one","weight":"1.5","seen_at":"2024-01-01T00:00:00Z"}""", """
                {"ring":"A2","name":"two"}""");
        birds.insert("{\"ring\":\"A3\",\"name\":\"three\",\"weight\":\"-3.5\"}");
    }

    private void spark(String statement) {
        Spark.sql(statement, birds.path());
    }

    /** Both engines have these rows; Owlet then changes one and adds one, and still both agree. */
    private void assertRows(String... rows) {
        assertSame(birds.rows(), Rows.of(rows));
        assertThat(birds.count()).isEqualTo(rows.length);
        assertSame(Spark.rows(birds.path()), Rows.of(rows));

        birds.upsert("{\"ring\":\"A3\",\"name\":\"again\"}", "{\"ring\":\"Z9\",\"weight\":\"9.9\"}");
        List<JsonNode> expected = new ArrayList<>(Rows.of(rows));
        expected.removeIf(row -> row.path("ring").asText().equals("A3"));
        expected.addAll(Rows.of("{\"ring\":\"A3\",\"name\":\"again\"}", "{\"ring\":\"Z9\",\"weight\":\"9.9\"}"));
        assertSame(birds.rows(), expected);
        assertSame(Spark.rows(birds.path()), expected);
    }

    private static final String ONE = """
            {"ring":"A1","name":"one","weight":"1.5","seen_at":"2024-01-01T00:00:00Z"}""";
    private static final String TWO = "{\"ring\":\"A2\",\"name\":\"two\"}";
    private static final String THREE = "{\"ring\":\"A3\",\"name\":\"three\",\"weight\":\"-3.5\"}";

    @Test
    void insertWithoutTheSystemColumns() {
        spark("insert into %s (ring, name, weight, seen_at) values"
                + " ('S1', 'späť 🦉', 12.5, timestamp'2024-02-02 02:02:02.000002Z'), ('S2', null, null, null)");

        JsonNode stored = birds.find("S1");
        assertThat(stored.path("_version").asLong()).isEqualTo(1);
        assertThat(stored.path("_created_by").asText()).isEmpty();
        assertRows(ONE, TWO, THREE, """
                {"ring":"S1","name":"späť 🦉","weight":"12.5","seen_at":"2024-02-02T02:02:02.000002Z"}""", """
                {"ring":"S2"}""");
    }

    @Test
    void appendOfADataset() {
        Spark.spark()
                .range(3)
                .selectExpr(
                        "concat('S', id) ring", "cast(id as decimal(6,1)) weight", "1L _version", "'sam' _created_by")
                .write()
                .format("delta")
                .mode(SaveMode.Append)
                .save(birds.path().toString());

        assertThat(birds.find("S2").path("_created_by").asText()).isEqualTo("sam");
        assertRows(
                ONE,
                TWO,
                THREE,
                "{\"ring\":\"S0\",\"weight\":\"0.0\"}",
                "{\"ring\":\"S1\",\"weight\":\"1.0\"}",
                "{\"ring\":\"S2\",\"weight\":\"2.0\"}");
    }

    @Test
    void delete() {
        spark("delete from %s where ring = 'A1'");
        assertThat(birds.find("A1").isMissingNode()).isTrue();
        assertRows(TWO, THREE);
    }

    @Test
    void deleteOfAll() {
        spark("delete from %s");
        assertRows();
    }

    @Test
    void update() {
        spark("update %s set name = 'spark', weight = weight + 1 where weight is not null");
        assertRows("""
                {"ring":"A1","name":"spark","weight":"2.5","seen_at":"2024-01-01T00:00:00Z"}""", TWO, """
                {"ring":"A3","name":"spark","weight":"-2.5"}""");
    }

    @Test
    void merge() {
        spark("merge into %s t using (select * from values ('A2', 'merged'), ('S1', 'new') as s(ring, name)) s"
                + " on t.ring = s.ring when matched then update set t.name = s.name"
                + " when not matched then insert (ring, name) values (s.ring, s.name)"
                + " when not matched by source and t.weight < 0 then delete");
        assertRows(ONE, "{\"ring\":\"A2\",\"name\":\"merged\"}", "{\"ring\":\"S1\",\"name\":\"new\"}");
    }

    @Test
    void optimize() {
        birds.upsert("{\"ring\":\"A4\"}");
        spark("optimize %s");
        assertThat(birds.files()).hasSize(1);
        assertRows(ONE, TWO, THREE, "{\"ring\":\"A4\"}");
    }

    @Test
    void zOrder() {
        spark("optimize %s zorder by (weight)");
        assertRows(ONE, TWO, THREE);
    }

    @Test
    void vacuum() throws Exception {
        birds.upsert("{\"ring\":\"A3\",\"name\":\"x\"}");
        birds.upsert(THREE);
        Spark.spark().conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
        spark("vacuum %s retain 0 hours");
        try (var files = java.nio.file.Files.list(birds.path())) {
            assertThat(files.filter(file -> file.toString().endsWith(".parquet"))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(birds.files());
        }
        assertRows(ONE, TWO, THREE);
    }

    @Test
    void addedColumnsSurviveOwletsWrites() {
        spark("alter table %s add columns (tally int, deep struct<a: string>)");
        spark("update %s set tally = 5, deep = named_struct('a', 'x') where ring = 'A1'");
        assertThat(birds.rows()).hasSize(3);
        birds.upsert("{\"ring\":\"A2\",\"name\":\"deux\"}");
        birds.upsert("{\"ring\":\"A4\"}");

        assertSame(birds.rows(), Rows.of(ONE, "{\"ring\":\"A2\",\"name\":\"deux\"}", THREE, "{\"ring\":\"A4\"}"));
        assertSame(
                Spark.rows(birds.path()),
                Rows.of("""
                {"ring":"A1","name":"one","weight":"1.5","seen_at":"2024-01-01T00:00:00Z","tally":5,"deep":{"a":"x"}}""", "{\"ring\":\"A2\",\"name\":\"deux\"}", THREE, "{\"ring\":\"A4\"}"));
    }

    @Test
    void eachReadsEarlierVersionsOfTheOther() {
        spark("delete from %s where ring = 'A2'");
        birds.upsert("{\"ring\":\"A5\"}");
        spark("update %s set name = 'x' where ring = 'A5'");

        for (long version = 0; version <= 4; version++) {
            assertSame(
                    Rows.own(SparkRows.of(Spark.sql("select * from %s version as of " + version, birds.path()))),
                    birds.rows(version));
        }
        assertSame(birds.rows(3), Rows.of(ONE, THREE, "{\"ring\":\"A5\"}"));
        assertThat(Rows.column(birds.history(), "what"))
                .containsExactly("UPDATE", "UPSERT", "DELETE", "INSERT", "INSERT");
    }

    @Test
    void restore() {
        birds.upsert("{\"ring\":\"A1\",\"name\":\"changed\"}");
        birds.delete("A2");
        spark("restore table %s to version as of 1");
        assertRows(ONE, TWO, THREE);
    }

    @Test
    void overwrite() {
        Spark.sql("select * from %s where ring = 'A2'", birds.path())
                .write()
                .format("delta")
                .mode(SaveMode.Overwrite)
                .save(birds.path().toString());
        assertRows(TWO);
    }

    /** Long enough that Spark writes checkpoints too, and Owlet reads them. */
    @Test
    void checkpointsOfSpark() throws Exception {
        for (int i = 0; i < 10; i++) {
            spark("insert into %s (ring) values ('S" + i + "')");
        }
        Path log = birds.path().resolve("_delta_log");
        assertThat(log.resolve("00000000000000000010.checkpoint.parquet")).exists();
        for (int version = 0; version < 10; version++) {
            java.nio.file.Files.delete(log.resolve("%020d.json".formatted(version)));
        }
        try (Owlet fresh = Owlet.start()) {
            assertSame(fresh.table(root, "Bird").rows(), Spark.rows(birds.path()));
            assertThat(fresh.table(root, "Bird").insert("{\"ring\":\"B1\"}")).isEqualTo(12);
        }
        assertThat(Spark.rows(birds.path())).hasSize(14);
    }
}
