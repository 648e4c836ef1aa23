package dev.owlet.examples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBStruct;

/** DuckDB in memory, on Parquet files. Its extension for Delta would have to be downloaded, so files are named to it. */
final class Duck implements AutoCloseable {
    private static final long EXACT_IN_JAVASCRIPT = 1L << 53;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Connection connection;

    Duck() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
        }
    }

    /** {@code read_parquet} over files. */
    static String parquet(List<Path> files, String options) {
        return files.stream()
                .map(file -> "'" + file.toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "read_parquet([", "]" + options + ")"));
    }

    void execute(String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    /** The rows of a query, in Owlet's form. */
    List<JsonNode> rows(String query) throws SQLException {
        List<JsonNode> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                ObjectNode row = NODES.objectNode();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    put(row, columns.getColumnName(i), result.getObject(i));
                }
                rows.add(Rows.parse(row.toString()));
            }
        }
        return rows;
    }

    private static void put(ObjectNode row, String name, Object value) throws SQLException {
        if (value != null) {
            JsonNode node = value(value);
            row.set(name, name.equals("raw") ? Rows.parse(node.asText()) : node);
        }
    }

    private static JsonNode value(Object value) throws SQLException {
        if (value instanceof DuckDBStruct struct) {
            ObjectNode object = NODES.objectNode();
            for (Map.Entry<String, Object> field : struct.getMap().entrySet()) {
                put(object, field.getKey(), field.getValue());
            }
            return object;
        }
        if (value instanceof Array list) {
            ArrayNode array = NODES.arrayNode();
            for (Object element : (Object[]) list.getArray()) {
                array.add(element == null ? NODES.nullNode() : value(element));
            }
            return array;
        }
        if (value instanceof Boolean bool) {
            return NODES.booleanNode(bool);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            boolean exact = Math.abs(number) <= EXACT_IN_JAVASCRIPT && number != Long.MIN_VALUE;
            return exact ? NODES.numberNode(number) : NODES.textNode(number.toString());
        }
        if (value instanceof OffsetDateTime moment) {
            return NODES.textNode(moment.toInstant().toString());
        }
        return NODES.textNode(value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
