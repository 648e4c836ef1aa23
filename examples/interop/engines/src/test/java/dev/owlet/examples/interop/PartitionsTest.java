package dev.owlet.examples.interop;

import static dev.owlet.examples.interop.Rows.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables divided into folders: by a field or by part of a date, with values that are hard on paths. */
class PartitionsTest extends InteropTest {
    /** Each hard on paths, on URIs, on JSON or on Hive's way of naming folders. */
    static final List<String> WORDS = List.of(
            "plain",
            "two words",
            " ",
            "100%",
            "%20",
            "%2520",
            "a/b",
            "..",
            ".",
            "a=b",
            "a+b",
            "a:b?c#d&e",
            "\\",
            "'",
            "\"",
            "*<>|",
            "{}[]^`~",
            "\u0001\n\t",
            "Ünïcode",
            "🦉",
            "אב",
            "null",
            "NULL",
            "__HIVE_DEFAULT_PARTITION__",
            "UPPER",
            "upper",
            "1",
            "01",
            "1.0",
            "true",
            "2024-01-01",
            "_x",
            ".hidden",
            "x".repeat(300),
            "🦉".repeat(80));

    static List<JsonNode> words() {
        List<JsonNode> rows = new ArrayList<>();
        for (String word : WORDS) {
            ObjectNode row = Rows.JSON.createObjectNode().put("id", rows.size()).put("word", word);
            rows.add(Rows.parse(row.put("note", "note " + word).toString()));
        }
        return rows;
    }

    @Test
    void hostileTextsAreTheSame() {
        OwletTable table = table("ByText");
        table.insert(words());

        assertThat(table.files())
                .hasSize(WORDS.size())
                .allSatisfy(file -> assertThat(file).exists());
        assertSame(table.rows(), words());
        assertSame(Spark.rows(table.path()), words());
        for (JsonNode row : words()) {
            Dataset<Row> found = Spark.read(table.path())
                    .where("word = " + literal(row.path("word").asText()));
            assertSame(Rows.own(SparkRows.of(found)), List.of(row));
            assertThat(SkippingTest.filesRead(found)).isEqualTo(1);
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ByEnum   | kind STRING           | {"kind":"BARN","number":1}  | {"kind":"NA","number":1}
            ByFlag   | good BOOLEAN          | {"id":1,"good":true}        | {"id":2,"good":false}
            ByNumber | size BIGINT           | {"id":"a","size":"-9223372036854775808"} | {"id":"b","size":7}
            ByDate   | seen_on DATE          | {"id":1,"seen_on":"0001-01-01"} | {"id":2,"seen_on":"9999-12-31"}
            ByYear   | _seen_at_year INT     | {"id":1,"seen_at":"1969-12-31T23:59:59.999999Z"} | {"id":2,"seen_at":"1970-01-01T00:00:00Z"}
            ByMonth  | _seen_on_month STRING | {"id":1,"seen_on":"0099-02-01"} | {"id":2,"seen_on":"2024-02-29"}
            ByDay    | _seen_at_day DATE     | {"id":1,"seen_at":"9999-12-31T23:59:59.999999Z"} | {"id":2,"seen_at":"2024-03-10T00:00:00Z"}
            """)
    void eachKindOfPartition(String concept, String column, String one, String two) {
        OwletTable table = table(concept);
        table.insert(one, two);

        assertThat(Spark.read(table.path()).schema().toDDL()).contains(column.replace(" ", " "));
        assertThat(partitionColumns(table)).containsExactly(column.split(" ")[0]);
        assertThat(table.files()).hasSize(2);
        assertSame(table.rows(), Rows.of(one, two));
        assertSame(Spark.rows(table.path()), Rows.of(one, two));
    }

    private static List<String> partitionColumns(OwletTable table) {
        return Spark.sql("describe detail %s", table.path())
                .first()
                .getList(Spark.sql("describe detail %s", table.path()).schema().fieldIndex("partitionColumns"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ByYear   | _seen_at_year | {"id":1,"seen_at":"1969-12-31T23:59:59.999999Z"} | 1969
            ByMonth  | _seen_on_month | {"id":1,"seen_on":"2024-02-29"} | 2024-02
            ByDay    | _seen_at_day | {"id":1,"seen_at":"2024-03-10T23:59:59.999999Z"} | 2024-03-10
            """)
    void partsOfTimesAreThoseOfUtc(String concept, String column, String row, String part) {
        OwletTable table = table(concept);
        table.insert(row);

        assertThat(Spark.read(table.path())
                        .selectExpr("cast(" + column + " as string)")
                        .first()
                        .getString(0))
                .isEqualTo(part);
        assertThat(Spark.count(table.path(), column + " = '" + part + "'")).isEqualTo(1);
    }

    @Test
    void rowsMoveBetweenPartitionsAndOthersStay() {
        OwletTable table = table("ByText");
        table.insert("{\"id\":1,\"word\":\"a b\"}", "{\"id\":2,\"word\":\"a b\"}", "{\"id\":3,\"word\":\"c\"}");
        table.upsert("{\"id\":1,\"word\":\"c\"}");
        table.delete(3);

        List<JsonNode> expected = Rows.of("{\"id\":1,\"word\":\"c\"}", "{\"id\":2,\"word\":\"a b\"}");
        assertSame(table.rows(), expected);
        assertSame(Spark.rows(table.path()), expected);
    }

    /** Spark writes the partition's folders in its own way, and null, which the model does not have. */
    @Test
    void owletReadsAndChangesPartitionsThatSparkWrote() {
        OwletTable table = table("ByText");
        table.insert("{\"id\":100,\"word\":\"first\"}");
        List<JsonNode> expected = new ArrayList<>(words());
        expected.removeIf(row -> !isFolderToAll(row.path("word").asText()));
        String values = expected.stream()
                .map(row ->
                        "(" + row.path("id") + ", " + literal(row.path("word").asText()) + ", "
                                + literal(row.path("note").asText()) + ")")
                .collect(Collectors.joining(", "));
        Spark.sql("insert into %s (id, word, note) values " + values, table.path());
        expected.add(Rows.parse("{\"id\":100,\"word\":\"first\"}"));
        assertSame(table.rows(), expected);

        table.upsert("{\"id\":3,\"word\":\"100%\",\"note\":\"changed\"}");
        table.delete(6);
        expected.removeIf(row -> List.of("3", "6").contains(row.path("id").asText()));
        expected.add(Rows.parse("{\"id\":3,\"word\":\"100%\",\"note\":\"changed\"}"));
        assertSame(table.rows(), expected);
        assertSame(Spark.rows(table.path()), expected);
    }

    /**
     * Spark's folders bear nearly all characters as they are: values too long for a file system, taken for null, or
     * refused by Owlet, as Windows has no such names.
     */
    private static boolean isFolderToAll(String word) {
        return word.length() < 100 && !word.equals("__HIVE_DEFAULT_PARTITION__") && !word.matches(".*([<>|].*|[ .])");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            'x ' ; must not have a part that ends with a dot or a space
            'x|y'; must not have control characters or any of
            """)
    void foldersThatWindowsDoesNotHaveAreRefusedInASentence(String word, String sentence) {
        OwletTable table = table("ByText");
        table.insert("{\"id\":100,\"word\":\"first\"}");
        Spark.sql("insert into %s (id, word) values (1, '" + word + "')", table.path());

        assertThat(table.refusalToRead()).contains(sentence);
    }

    /** As another engine that knows nothing of the transform's column leaves it absent. */
    @Test
    void rowsWithoutTheTransformsValueAreReadAllTheSame() {
        OwletTable table = table("ByYear");
        table.insert("{\"id\":1,\"seen_at\":\"2024-01-01T00:00:00Z\"}");
        Spark.sql("insert into %s (id, seen_at) values (2, timestamp'2023-05-05 05:05:05Z')", table.path());
        table.upsert("{\"id\":3,\"seen_at\":\"2022-01-01T00:00:00Z\"}");

        List<JsonNode> expected = Rows.of(
                "{\"id\":1,\"seen_at\":\"2024-01-01T00:00:00Z\"}",
                "{\"id\":2,\"seen_at\":\"2023-05-05T05:05:05Z\"}",
                "{\"id\":3,\"seen_at\":\"2022-01-01T00:00:00Z\"}");
        assertSame(table.rows(), expected);
        assertSame(Spark.rows(table.path()), expected);
        table.upsert("{\"id\":2,\"seen_at\":\"2023-05-05T05:05:06Z\"}");
        assertThat(Spark.count(table.path(), "_seen_at_year = 2023")).isEqualTo(1);
    }
}
