package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A nested record. */
public final class StructType<V> extends ValueType<V> {
    private final RowType<V> type;

    StructType(RowType<V> type) {
        this.type = type;
    }

    public RowType<V> type() {
        return type;
    }

    @Override
    public Kind kind() {
        return Kind.STRUCT;
    }

    @Override
    public @Nullable V read(JsonNode node, Mode mode, String pointer, Violations violations) {
        Violations nested = new Violations();
        V value = type.read(node, mode, nested);
        violations.addAll(pointer, nested.list());
        return value;
    }

    @Override
    public void write(V value, JsonGenerator out) throws IOException {
        type.write(value, out);
    }

    @Override
    public V parse(String text) {
        return Json.parse(this, text);
    }

    @Override
    public @Nullable V parse(String text, String pointer, Violations violations) {
        return Json.read(this, text, pointer, violations);
    }

    @Override
    public String format(V value) {
        return Json.format(this, value);
    }

    @Override
    public int compare(V a, V b) {
        for (Column<V, ?> column : type.columns()) {
            int order = compare(column, a, b);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static <V, X> int compare(Column<V, X> column, V a, V b) {
        X x = column.get(a);
        X y = column.get(b);
        if (x == null || y == null) {
            return Boolean.compare(x != null, y != null);
        }
        return column.type().compare(x, y);
    }
}
