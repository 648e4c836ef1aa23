package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.BadValueException;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private final List<Consumer<Values>> constants = new ArrayList<>();
    private Values values;

    /** @param partition values of columns that the file may lack */
    RowConverter(RowType<T> type, GroupType stored, PartitionValues partition, Consumer<T> sink) {
        this.type = type;
        this.sink = sink;
        values = type.values();
        fields = new Converter[stored.getFieldCount()];
        Map<Type, Column<T, ?>> columns = new HashMap<>();
        type.columns().forEach(column -> Projection.find(column, stored).ifPresent(f -> columns.put(f, column)));
        type.columns().stream()
                .filter(column -> !column.isComputed() && !columns.containsValue(column) && partition.has(column))
                .forEach(column -> constants.add(constant(column, partition)));
        for (int i = 0; i < fields.length; i++) {
            Type field = stored.getType(i);
            Column<T, ?> column = columns.get(field);
            fields[i] = column == null ? SkippingConverter.of(field) : converter(column, field);
        }
    }

    private <V> Converter converter(Column<T, V> column, Type field) {
        return ValueConverters.of(column.type(), field, value -> type.set(values, column, value));
    }

    private <V> Consumer<Values> constant(Column<T, V> column, PartitionValues partition) {
        try {
            V value = partition.get(column);
            return row -> type.set(row, column, value);
        } catch (BadValueException e) {
            throw new IllegalStateException("partition column " + column.name() + " " + e.getMessage(), e);
        }
    }

    @Override
    public Converter getConverter(int index) {
        return fields[index];
    }

    @Override
    public void start() {
        values = type.values();
        for (Consumer<Values> constant : constants) {
            constant.accept(values);
        }
    }

    @Override
    public void end() {
        sink.accept(type.restore(values));
    }
}
