package dev.owlet.processor.emit.sql;

import static dev.owlet.processor.emit.sql.SqlText.backquoted;

import java.util.List;

/**
 * Amazon Athena, engine version 3: a Delta table is registered by its location alone, without columns (Athena user
 * guide, "Query Linux Foundation Delta Lake tables"). Its views cannot hold the types {@code time} and {@code json}, so
 * how to read those is shown instead.
 */
final class AthenaSql implements SqlDialect {
    @Override
    public String name() {
        return "athena";
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Amazon Athena, engine version 3; it reads Delta tables and does not write them.",
                "Give the root, where the project's data lies: sed 's|${root}|s3://BUCKET|' athena.sql",
                "Athena runs one statement at a time. Times of day, JSON and UUIDs are strings:",
                "the lines after a table show how a query reads them as what they are.");
    }

    @Override
    public String setUp(String schema) {
        return "CREATE DATABASE IF NOT EXISTS " + backquoted(schema) + ";\n";
    }

    @Override
    public String table(String schema, SqlTable table) {
        StringBuilder sql = new StringBuilder(SqlText.comment(table.comment()))
                .append("\nCREATE EXTERNAL TABLE IF NOT EXISTS ")
                .append(backquoted(schema))
                .append('.')
                .append(backquoted(table.name()))
                .append("\nLOCATION '${root}/")
                .append(table.folder())
                .append("/'\nTBLPROPERTIES ('table_type' = 'DELTA');\n");
        for (SqlColumn column : table.columns()) {
            String hint = column.list() ? "" : hint(column);
            if (!hint.isEmpty()) {
                sql.append("--   ").append(hint).append('\n');
            }
        }
        return sql.toString();
    }

    private static String hint(SqlColumn column) {
        String name = SqlText.doubleQuoted(column.name());
        return switch (column.stored()) {
            case NO -> "";
            case UUID -> "CAST(" + name + " AS uuid)";
            case TIME -> "CAST(" + name + " AS time(6))";
            case JSON -> "json_parse(" + name + ")";
        };
    }
}
