package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.ListType;
import dev.owlet.runtime.row.StructType;
import dev.owlet.runtime.row.ValueType;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.schema.Type;

/** The converter of a stored field into values of a type. */
final class ValueConverters {
    private ValueConverters() {}

    /**
     * @param stored the field as the file has it, perhaps written by another engine
     * @throws IllegalStateException when the stored field cannot hold such values
     */
    static <V> Converter of(ValueType<V> type, Type stored, Consumer<V> sink) {
        if (type instanceof ListType<?> list && !stored.isPrimitive()) {
            return list(list, stored, cast(sink));
        }
        if (type instanceof StructType<?> struct && !stored.isPrimitive()) {
            return struct(struct, stored, cast(sink));
        }
        if (type instanceof ListType || type instanceof StructType || !stored.isPrimitive()) {
            throw new IllegalStateException("stored column " + stored + " does not hold " + type);
        }
        return new ScalarConverter<>(ScalarReader.of(type, stored.asPrimitiveType()), sink);
    }

    private static <E> Converter list(ListType<E> type, Type stored, Consumer<java.util.List<E>> sink) {
        return new ListConverter<>(type.element(), stored.asGroupType(), sink);
    }

    private static <S> Converter struct(StructType<S> type, Type stored, Consumer<S> sink) {
        return new RowConverter<>(type.type(), stored.asGroupType(), PartitionValues.NONE, sink);
    }

    @SuppressWarnings("unchecked") // the sink takes values of the very type that the converter is made for
    private static <V> Consumer<V> cast(Consumer<?> sink) {
        return (Consumer<V>) sink;
    }
}
