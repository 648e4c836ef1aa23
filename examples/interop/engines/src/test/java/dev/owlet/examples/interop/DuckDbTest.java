package dev.owlet.examples.interop;

import static dev.owlet.examples.interop.Rows.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DuckDB reads the Parquet files that the log names. */
class DuckDbTest extends InteropTest {
    private Duck duck;

    @BeforeEach
    void open() throws SQLException {
        duck = new Duck();
    }

    @AfterEach
    void shut() throws SQLException {
        duck.close();
    }

    private List<JsonNode> rows(OwletTable table) throws SQLException {
        return duck.rows("select * from " + Duck.parquet(table.files(), ", union_by_name = true"));
    }

    @Test
    void everyTypeHasItsTypeInDuckDb() throws SQLException {
        OwletTable table = table("Everything");
        table.insert(Samples.everything());

        List<JsonNode> columns = duck.rows("select column_name, column_type from (describe select * from "
                + Duck.parquet(table.files(), "") + ")");
        assertThat(columns.stream()
                        .map(c -> c.path("column_name").asText() + " "
                                + c.path("column_type").asText()))
                .contains(
                        "id BIGINT",
                        "flag BOOLEAN",
                        "small INTEGER",
                        "big BIGINT",
                        "ratio DOUBLE",
                        "price DECIMAL(9,2)",
                        "sum DECIMAL(18,4)",
                        "huge DECIMAL(38,9)",
                        "name VARCHAR",
                        "story VARCHAR",
                        "code VARCHAR",
                        "day DATE",
                        "hour VARCHAR",
                        "moment TIMESTAMP WITH TIME ZONE",
                        "kind VARCHAR",
                        "raw VARCHAR",
                        "scan STRUCT(\"key\" VARCHAR, \"name\" VARCHAR, size BIGINT, sha256 VARCHAR)",
                        "place STRUCT(lat DECIMAL(9,6), lon DECIMAL(9,6), \"where\" VARCHAR)",
                        "texts VARCHAR[]",
                        "numbers INTEGER[]",
                        "prices DECIMAL(9,2)[]",
                        "moments TIMESTAMP WITH TIME ZONE[]",
                        "places STRUCT(lat DECIMAL(9,6), lon DECIMAL(9,6), \"where\" VARCHAR)[]",
                        "heavy BOOLEAN",
                        "_version BIGINT",
                        "_created_at TIMESTAMP WITH TIME ZONE");
    }

    @Test
    void everyValueIsTheSame() throws SQLException {
        OwletTable table = table("Everything");
        table.insert(Samples.everything());
        table.insert(Samples.many(2000).subList(20, 2000));

        assertSame(rows(table), table.stored());
    }

    @Test
    void filesOfTwoModelsAreOneTable() throws Exception {
        OwletTable earlier = table("Bird");
        earlier.insert("{\"ring\":\"A1\",\"name\":\"one\"}");
        OwletTable later = table("LaterBird");
        java.nio.file.Files.move(earlier.path(), later.path());
        later.insert("{\"ring\":\"A2\",\"title\":\"two\",\"rank\":3}");

        assertSame(
                Rows.own(rows(later)),
                Rows.of("{\"ring\":\"A1\",\"name\":\"one\"}", "{\"ring\":\"A2\",\"title\":\"two\",\"rank\":3}"));
    }

    /** Statistics of pages and row groups, and bloom filters, lose no row. */
    @Test
    void filtersFindWhatIsThere() throws SQLException {
        OwletTable table = table("Everything");
        table.insert(Samples.many(5000));
        String from = " from " + Duck.parquet(table.files(), "");
        for (int i : new int[] {0, 1, 2499, 4999}) {
            assertThat(duck.rows("select id" + from + " where id = " + i)).hasSize(1);
            assertThat(duck.rows("select id" + from + " where story = '" + i + "'"))
                    .hasSize(1);
            assertThat(duck.rows("select id" + from + " where huge = " + i + ".000000001"))
                    .hasSize(1);
        }
        assertThat(duck.rows("select id" + from + " where kind = 'NA'")).isEmpty();
    }

    /** The folders' names say what the files leave out. DuckDB takes a folder for null that is named so in any case. */
    @Test
    void partitionColumnsComeFromTheFolders() throws SQLException {
        OwletTable table = table("ByText");
        List<JsonNode> words = PartitionsTest.words().stream()
                .filter(row -> !List.of("__HIVE_DEFAULT_PARTITION__", "null", "NULL")
                        .contains(row.path("word").asText()))
                .filter(row -> row.path("word").asText().length() < 30)
                .toList();
        table.insert(words);

        String query = "select * from "
                + Duck.parquet(table.files(), ", hive_partitioning = true, hive_types = {'word': varchar}");
        assertSame(Rows.own(duck.rows(query)), words);
    }
}
