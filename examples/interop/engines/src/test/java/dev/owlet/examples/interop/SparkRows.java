package dev.owlet.examples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Spark's rows in Owlet's form. */
final class SparkRows {
    /** A column of the model's type {@code json}: its text is compared as the tree it means. */
    private static final String JSON_COLUMN = "raw";

    private static final long EXACT_IN_JAVASCRIPT = 1L << 53;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SparkRows() {}

    static List<JsonNode> of(Dataset<Row> rows) {
        List<JsonNode> all = new ArrayList<>();
        for (Row row : rows.collectAsList()) {
            all.add(Rows.parse(object(row, rows.schema()).toString()));
        }
        return all;
    }

    private static ObjectNode object(Row row, StructType type) {
        ObjectNode object = NODES.objectNode();
        StructField[] fields = type.fields();
        for (int i = 0; i < fields.length; i++) {
            if (!row.isNullAt(i)) {
                JsonNode value = value(row.get(i), fields[i].dataType());
                object.set(fields[i].name(), fields[i].name().equals(JSON_COLUMN) ? Rows.parse(value.asText()) : value);
            }
        }
        return object;
    }

    private static JsonNode value(Object value, DataType type) {
        if (type instanceof StructType struct) {
            return object((Row) value, struct);
        }
        if (type instanceof ArrayType array) {
            return array((scala.collection.Seq<?>) value, array.elementType());
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
        return NODES.textNode(value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString());
    }

    private static JsonNode array(scala.collection.Seq<?> values, DataType type) {
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.apply(i);
            array.add(value == null ? NODES.nullNode() : value(value, type));
        }
        return array;
    }
}
