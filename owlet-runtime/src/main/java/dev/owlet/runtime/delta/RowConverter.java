package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.Values;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Puts one row, or one nested value, together. */
final class RowConverter<T> extends GroupConverter {
    private final RowType<T> type;
    private final Converter[] fields;
    private final Consumer<T> sink;
    private Values values;

    RowConverter(RowType<T> type, GroupType stored, Consumer<T> sink) {
        this.type = type;
        this.sink = sink;
        values = type.values();
        fields = new Converter[stored.getFieldCount()];
        Map<Type, Column<T, ?>> columns = new HashMap<>();
        type.columns().forEach(column -> Projection.find(column, stored).ifPresent(f -> columns.put(f, column)));
        for (int i = 0; i < fields.length; i++) {
            Type field = stored.getType(i);
            Column<T, ?> column = columns.get(field);
            fields[i] = column == null ? SkippingConverter.of(field) : converter(column, field);
        }
    }

    private <V> Converter converter(Column<T, V> column, Type field) {
        return ValueConverters.of(column.type(), field, value -> type.set(values, column, value));
    }

    @Override
    public Converter getConverter(int index) {
        return fields[index];
    }

    @Override
    public void start() {
        values = type.values();
    }

    @Override
    public void end() {
        sink.accept(type.restore(values));
    }
}
