package dev.owlet.runtime.delta;

import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Writes what {@link StoredRows} read, with the metadata of the file that it comes from. */
final class StoredRowWriter extends SchemaWriteSupport<@Nullable Object[]> {
    StoredRowWriter(MessageType schema, Map<String, String> metadata) {
        super(schema, metadata);
    }

    @Override
    void writeFields(RecordConsumer out, MessageType schema, @Nullable Object[] row) {
        fields(out, schema, row);
    }

    private static void fields(RecordConsumer out, GroupType type, @Nullable Object[] row) {
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value != null) {
                Type field = type.getType(i);
                out.startField(field.getName(), i);
                if (value instanceof List<?> values) {
                    for (Object each : values) {
                        write(out, field, each);
                    }
                } else {
                    write(out, field, value);
                }
                out.endField(field.getName(), i);
            }
        }
    }

    private static void write(RecordConsumer out, Type field, Object value) {
        if (field.isPrimitive()) {
            write(out, field.asPrimitiveType().getPrimitiveTypeName(), value);
        } else {
            out.startGroup();
            fields(out, field.asGroupType(), (Object[]) value);
            out.endGroup();
        }
    }

    private static void write(RecordConsumer out, PrimitiveType.PrimitiveTypeName type, Object value) {
        switch (type) {
            case INT32 -> out.addInteger((Integer) value);
            case INT64 -> out.addLong((Long) value);
            case FLOAT -> out.addFloat((Float) value);
            case DOUBLE -> out.addDouble((Double) value);
            case BOOLEAN -> out.addBoolean((Boolean) value);
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> out.addBinary((Binary) value);
        }
    }
}
