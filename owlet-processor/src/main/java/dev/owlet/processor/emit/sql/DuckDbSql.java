package dev.owlet.processor.emit.sql;

import static dev.owlet.processor.emit.sql.SqlText.doubleQuoted;
import static dev.owlet.processor.emit.sql.SqlText.standard;

import java.util.List;
import java.util.stream.Collectors;

/** DuckDB: a view a table over {@code delta_scan}, with the types that Delta Lake lacks, and comments. */
final class DuckDbSql implements SqlDialect {
    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public List<String> notes() {
        return List.of(
                "DuckDB 1.1 or newer with its delta extension. Give the root, where the project's data lies:",
                "  sed 's|${root}|./data|' duckdb.sql | duckdb my.db",
                "For s3:// also: CREATE SECRET (TYPE s3, PROVIDER credential_chain).",
                "A view can be made once its table has a first row.");
    }

    @Override
    public String setUp(String schema) {
        return "INSTALL delta;\nLOAD delta;\nCREATE SCHEMA IF NOT EXISTS " + doubleQuoted(schema) + ";\n";
    }

    @Override
    public String table(String schema, SqlTable table) {
        String view = doubleQuoted(schema) + "." + doubleQuoted(table.name());
        StringBuilder sql = new StringBuilder("CREATE OR REPLACE VIEW " + view + " AS SELECT\n")
                .append(table.columns().stream()
                        .map(column -> "  " + selected(column))
                        .collect(Collectors.joining(",\n")))
                .append("\nFROM delta_scan('${root}/" + table.folder() + "');\n")
                .append("COMMENT ON VIEW " + view + " IS " + standard(table.comment()) + ";\n");
        for (SqlColumn column : table.columns()) {
            if (column.comment().isEmpty()) {
                continue;
            }
            sql.append("COMMENT ON COLUMN " + view + "." + doubleQuoted(column.name()) + " IS ")
                    .append(standard(column.comment()))
                    .append(";\n");
        }
        return sql.toString();
    }

    private static String selected(SqlColumn column) {
        String name = doubleQuoted(column.name());
        return column.stored() == StoredText.NO
                ? name
                : "CAST(" + name + " AS " + column.stored() + (column.list() ? "[]" : "") + ") AS " + name;
    }
}
