package dev.owlet.examples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.SparkPlan;
import org.junit.jupiter.api.Test;

/**
 * Spark leaves out files by the statistics that Owlet wrote. For each column and many conditions the rows must be those
 * of reading every file; one file a row, so that a wrong bound loses a row.
 */
class SkippingTest extends InteropTest {
    /** Of each column a few values, as literals of SQL. */
    private static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("id", List.of("-9223372036854775808", "7", "8", "9223372036854775807"));
        VALUES.put("flag", List.of("true", "false"));
        VALUES.put("small", List.of("-2147483648", "0", "2147483647"));
        VALUES.put("big", List.of("-9223372036854775807", "9223372036854775807"));
        VALUES.put("ratio", List.of("-1.7976931348623157E308D", "4.9E-324D", "0.1D", "1.0000000000000002D"));
        VALUES.put("price", List.of("-9999999.99", "0.00", "9999999.99"));
        VALUES.put("sum", List.of("-99999999999999.9999", "99999999999999.9999"));
        VALUES.put(
                "huge",
                List.of(
                        "-99999999999999999999999999999.999999999",
                        "0.000000001",
                        "99999999999999999999999999999.999999999"));
        VALUES.put("name", List.of("''", text(Samples.LONG_TEXT), text("🦉"), text("__HIVE"), text("\uDBFF\uDFFF")));
        VALUES.put("story", List.of("''", "'null'", "'after'"));
        VALUES.put("mail", List.of("'a@b.example'", "'b'"));
        VALUES.put("page", List.of("'http://a.example'", "'https://ü.example/?a=1&b=%20'"));
        VALUES.put("code", List.of("'00000000-0000-0000-0000-000000000000'", "'ffffffff-ffff-7fff-bfff-ffffffffffff'"));
        VALUES.put("day", List.of("date'0001-01-01'", "date'1582-10-15'", "date'1970-01-01'", "date'9999-12-31'"));
        VALUES.put("hour", List.of("'00:00:00'", "'12:30:00'", "'23:59:59.999999'"));
        VALUES.put(
                "moment",
                List.of(
                        "timestamp'0001-01-01 00:00:00Z'",
                        "timestamp'1883-11-18 17:00:00.000001Z'",
                        "timestamp'2024-03-10 07:00:00Z'",
                        "timestamp'9999-12-31 23:59:59.999999Z'"));
        VALUES.put("kind", List.of("'BARN'", "'NA'"));
        VALUES.put("scan.size", List.of("9007199254740993", "0"));
        VALUES.put("place.lat", List.of("-90.000000", "90.000000"));
        VALUES.put("place.where", List.of("'Ås'", "'A'"));
        VALUES.put("parent", List.of("0", "1"));
        VALUES.put("heavy", List.of("true", "false"));
        VALUES.put("_created_at", List.of("current_timestamp()"));
        VALUES.put("_version", List.of("1"));
    }

    private static String text(String text) {
        return "'" + text + "'";
    }

    private static List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        VALUES.forEach((column, values) -> {
            conditions.add(column + " is null");
            values.forEach(value -> conditions.add(column + " = " + value));
            conditions.add(column + " > " + values.get(0));
            conditions.add(column + " < " + values.get(values.size() - 1));
        });
        conditions.add("price is not null and not price <=> 0.00");
        conditions.add("small in (0, 2147483647) or day = date'1970-01-01'");
        conditions.add("name like '🦉🦉%'");
        conditions.add("not name like '🦉🦉%'");
        conditions.add("startswith(name, " + text(Samples.LONG_TEXT) + ")");
        conditions.add("year(moment) = 9999");
        conditions.add("cast(moment as date) = date'0001-01-01'");
        return conditions;
    }

    @Test
    void skippingLosesNoRow() {
        OwletTable table = table("Everything");
        Samples.everything().forEach(sample -> table.insert(List.of(sample)));
        List<String> conditions = conditions();

        List<List<Long>> all = withoutSkipping(table, conditions);
        long skipped = 0;
        for (int i = 0; i < conditions.size(); i++) {
            Dataset<Row> filtered =
                    Spark.read(table.path()).where(conditions.get(i)).select("id");
            assertThat(ids(filtered)).as(conditions.get(i)).isEqualTo(all.get(i));
            skipped += Samples.everything().size() - filesRead(filtered);
        }
        assertThat(skipped).as("files skipped; or nothing was tested").isGreaterThan(conditions.size());
    }

    /** One read of all files answers all conditions. */
    private static List<List<Long>> withoutSkipping(OwletTable table, List<String> conditions) {
        String[] columns = new String[conditions.size() + 1];
        columns[0] = "id";
        for (int i = 0; i < conditions.size(); i++) {
            columns[i + 1] = "(" + conditions.get(i) + ")";
        }
        List<Row> rows = Spark.read(table.path()).selectExpr(columns).collectAsList();
        List<List<Long>> ids = new ArrayList<>();
        for (int i = 1; i < columns.length; i++) {
            int column = i;
            ids.add(rows.stream()
                    .filter(row -> !row.isNullAt(column) && row.getBoolean(column))
                    .map(row -> row.getLong(0))
                    .sorted()
                    .toList());
        }
        return ids;
    }

    private static List<Long> ids(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.getLong(0)).sorted().toList();
    }

    /** As the scan that was just run counted them. */
    static long filesRead(Dataset<Row> read) {
        SparkPlan scan = read.queryExecution().executedPlan().collectLeaves().head();
        return scan.metrics().contains("numFiles")
                ? scan.metrics().apply("numFiles").value()
                : 0;
    }

    @Test
    void oneRowOfManyFilesIsFoundInOne() {
        OwletTable table = table("Everything");
        List<JsonNode> samples = Samples.many(8);
        samples.forEach(sample -> table.insert(List.of(sample)));

        for (String condition : List.of(
                "id = 3",
                "story = '3'",
                "moment = timestamp'2024-03-10 07:04:00.000004Z'",
                "huge = 3.000000001",
                "code = '00000003-0000-7000-8000-000000000000'",
                "place.lat = 3.000001")) {
            Dataset<Row> found = Spark.read(table.path()).where(condition);
            assertThat(found.collectAsList()).as(condition).hasSize(1);
            assertThat(filesRead(found)).as(condition).isEqualTo(1);
        }
        assertThat(samples.stream().map(row -> row.path("id").asText()).collect(Collectors.toSet()))
                .hasSize(8);
    }
}
