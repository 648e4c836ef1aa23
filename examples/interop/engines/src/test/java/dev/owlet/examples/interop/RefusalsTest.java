package dev.owlet.examples.interop;

import static dev.owlet.examples.interop.Rows.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.delta.tables.DeltaTable;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another engine may switch on and Owlet does not do is refused in a sentence, and nothing is written. */
class RefusalsTest extends InteropTest {
    private static final String ROW = "{\"ring\":\"A1\",\"name\":\"one\",\"weight\":\"1.5\"}";
    private static final String OTHER = "{\"ring\":\"B1\",\"name\":\"two\",\"weight\":\"2.5\"}";

    private OwletTable birds() {
        OwletTable birds = table("Bird");
        birds.insert(ROW);
        return birds;
    }

    /** Whoever reads such a table without understanding it reads wrong rows. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            set tblproperties ('delta.enableDeletionVectors' = 'true')     | needs Delta reader version 3 | deletionVectors
            set tblproperties ('delta.columnMapping.mode' = 'name')        | needs Delta reader version 2 | reader
            set tblproperties ('delta.checkpointPolicy' = 'v2')            | needs Delta reader version 3 | v2Checkpoint
            set tblproperties ('delta.enableTypeWidening' = 'true')        | needs Delta reader version 3 | typeWidening
            set tblproperties ('delta.feature.vacuumProtocolCheck' = 'supported') | needs Delta reader version 3 | vacuumProtocolCheck
            set tblproperties ('delta.feature.timestampNtz' = 'supported') | needs Delta reader version 3 | timestampNtz
            """)
    void neitherReadNorWritten(String change, String sentence, String feature) {
        OwletTable birds = birds();
        Spark.sql("alter table %s " + change, birds.path());

        for (String refusal : List.of(birds.refusalToRead(), birds.refusalToWrite(OTHER))) {
            assertThat(refusal).contains("delta/bird", sentence).containsIgnoringCase(feature);
        }
        assertSame(Spark.rows(birds.path()), Rows.of(ROW));
    }

    /** Such a table reads as it is; rows may only come from who keeps the rule. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add constraint positive check (weight > 0)                     | needs Delta writer version | 2
            set tblproperties ('delta.enableChangeDataFeed' = 'true')      | needs Delta writer version | 2
            set tblproperties ('delta.enableInCommitTimestamps' = 'true')  | needs Delta writer version 7 | 2
            set tblproperties ('delta.enableRowTracking' = 'true')         | needs Delta writer version 7 | 2
            set tblproperties ('delta.feature.domainMetadata' = 'supported') | needs Delta writer version 7 | 2
            cluster by (ring)                                              | needs Delta writer version 7 | 2
            """)
    void readAndNotWritten(String change, String sentence, int version) {
        OwletTable birds = birds();
        Spark.sql("alter table %s " + change, birds.path());

        assertSame(birds.rows(), Rows.of(ROW));
        assertThat(birds.refusalToWrite(OTHER)).contains("delta/bird", sentence, "this writer has version " + version);
        assertSame(Spark.rows(birds.path()), Rows.of(ROW));
    }

    @Test
    void rowsThatMustStay() {
        OwletTable birds = birds();
        Spark.sql("alter table %s set tblproperties ('delta.appendOnly' = 'true')", birds.path());

        birds.insert(OTHER);
        assertThat(birds.refusalToWrite("{\"ring\":\"A1\",\"name\":\"changed\"}"))
                .contains("append-only");
        assertSame(Spark.rows(birds.path()), Rows.of(ROW, OTHER));
    }

    @Test
    void aGeneratedColumn() {
        OwletTable birds = table("Bird");
        DeltaTable.create(Spark.spark())
                .location(birds.path().toString())
                .addColumn("ring", DataTypes.StringType)
                .addColumn("name", DataTypes.StringType)
                .addColumn(DeltaTable.columnBuilder("half")
                        .dataType("string")
                        .generatedAlwaysAs("upper(name)")
                        .build())
                .execute();
        Spark.sql("insert into %s (ring, name) values ('A1', 'one')", birds.path());

        assertSame(birds.rows(), Rows.of("{\"ring\":\"A1\",\"name\":\"one\"}"));
        assertThat(birds.refusalToWrite(OTHER)).contains("needs Delta writer version");
    }

    @Test
    void aColumnThatMustNotBeNull() {
        OwletTable birds = table("Bird");
        Spark.sql("create table %s (ring string not null, name string) using delta", birds.path());
        Spark.sql("insert into %s values ('A1', 'one')", birds.path());

        assertSame(birds.rows(), Rows.of("{\"ring\":\"A1\",\"name\":\"one\"}"));
        assertThat(birds.refusalToWrite(OTHER))
                .contains("has a constraint on its column ring, given by another engine; drop it to write here");
        Spark.sql("alter table %s alter column ring drop not null", birds.path());
        birds.upsert(OTHER);
        assertThat(Spark.rows(birds.path())).hasSize(2);
    }

    @Test
    void anotherTypeThanTheModels() {
        OwletTable birds = table("Bird");
        Spark.sql("create table %s (ring bigint, name string) using delta", birds.path());

        assertThat(birds.refusalToRead()).contains("column ring is long in the table, but string in the model");
        assertThat(birds.refusalToWrite(OTHER)).contains("column ring is long in the table");
    }

    @Test
    void aShallowClone() {
        OwletTable birds = birds();
        OwletTable copy = owlet().table(root.resolve("copy"), "Bird");
        Spark.spark().sql("create table delta.`" + copy.path() + "` shallow clone delta.`" + birds.path() + "`");

        assertThat(copy.refusalToRead()).contains("the table has a file elsewhere");
    }

    @Test
    void afterTheFeatureIsDroppedTheTableIsReadAgain() {
        OwletTable birds = birds();
        Spark.sql("alter table %s add constraint positive check (weight > 0)", birds.path());
        assertThat(birds.refusalToWrite(OTHER)).contains("needs Delta writer version");
        Spark.sql("alter table %s drop constraint positive", birds.path());
        Spark.sql("alter table %s drop feature checkConstraints", birds.path());

        birds.upsert(OTHER);
        List<JsonNode> expected = Rows.of(ROW, OTHER);
        assertSame(birds.rows(), expected);
        assertSame(Spark.rows(birds.path()), expected);
    }
}
