package dev.owlet.processor.emit.sql;

import static dev.owlet.processor.emit.sql.SqlText.backquoted;
import static dev.owlet.processor.emit.sql.SqlText.escaped;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Spark with Delta Lake, and Databricks: the table takes its schema from its own log; a view beside it carries the
 * comments.
 */
record SparkSql(String name, List<String> notes) implements SqlDialect {
    private static final String VIEWS =
            "Read the views of the first schema: they carry the comments. The second holds the tables themselves.";
    private static final String STRINGS = "Times of day, JSON and UUIDs are strings.";

    static SparkSql spark() {
        return new SparkSql(
                "spark",
                List.of(
                        "Spark 3.5 or newer with Delta Lake. Give the root, where the project's data lies:",
                        "  spark-sql --hivevar root=s3a://BUCKET -f spark.sql",
                        VIEWS,
                        STRINGS));
    }

    static SparkSql databricks() {
        return new SparkSql(
                "databricks",
                List.of(
                        "Databricks SQL; with Unity Catalog, an external location must cover the root. Give the root:",
                        "  sed 's|${root}|s3://BUCKET|' databricks.sql",
                        VIEWS,
                        STRINGS));
    }

    @Override
    public String setUp(String schema) {
        return "CREATE SCHEMA IF NOT EXISTS " + backquoted(schema) + ";\n" + "CREATE SCHEMA IF NOT EXISTS "
                + backquoted(tables(schema)) + ";\n";
    }

    @Override
    public String table(String schema, SqlTable table) {
        String source = backquoted(tables(schema)) + "." + backquoted(table.name());
        return "CREATE TABLE IF NOT EXISTS " + source + " USING DELTA LOCATION '${root}/" + table.folder() + "';\n"
                + "CREATE OR REPLACE VIEW " + backquoted(schema) + "." + backquoted(table.name()) + " (\n"
                + lines(table, SparkSql::commented)
                + ") COMMENT " + escaped(table.comment()) + " AS SELECT\n"
                + lines(table, column -> backquoted(column.name()))
                + "FROM " + source + ";\n";
    }

    private static String commented(SqlColumn column) {
        String name = backquoted(column.name());
        return column.comment().isEmpty() ? name : name + " COMMENT " + escaped(column.comment());
    }

    private static String tables(String schema) {
        return schema + "_delta";
    }

    private static String lines(SqlTable table, Function<SqlColumn, String> text) {
        return table.columns().stream()
                .map(column -> "  " + text.apply(column))
                .collect(Collectors.joining(",\n", "", "\n"));
    }
}
