package dev.owlet.runtime.delta;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Rows as they are stored, whatever their columns, to copy them unchanged: an array of each group, one slot a field. A
 * slot holds null, a number, a truth value, a {@link Binary}, the array of a group, or a list where the field repeats.
 */
final class StoredRows implements RowAssembly<@Nullable Object[]> {
    @Override
    public MessageType columns(MessageType file) {
        return file;
    }

    @Override
    public RecordMaterializer<@Nullable Object[]> materializer(MessageType columns) {
        return new Materializer(columns);
    }

    private static final class Materializer extends RecordMaterializer<@Nullable Object[]> {
        private @Nullable Object[] current = {};
        private final Group root;

        Materializer(MessageType schema) {
            root = new Group(schema, row -> current = (Object[]) row);
        }

        @Override
        public @Nullable Object[] getCurrentRecord() {
            return current;
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }

    private interface Sink {
        void accept(Object value);
    }

    private static final class Group extends GroupConverter {
        private final Sink sink;
        private final Converter[] fields;
        private @Nullable Object[] row = {};

        Group(GroupType type, Sink sink) {
            this.sink = sink;
            fields = new Converter[type.getFieldCount()];
            for (int i = 0; i < fields.length; i++) {
                Type field = type.getType(i);
                Sink slot = field.isRepetition(Type.Repetition.REPEATED) ? adding(i) : setting(i);
                fields[i] = field.isPrimitive()
                        ? new Scalar(field.asPrimitiveType(), slot)
                        : new Group(field.asGroupType(), slot);
            }
        }

        private Sink setting(int i) {
            return value -> row[i] = value;
        }

        @SuppressWarnings("unchecked") // slots of repeated fields are filled here only
        private Sink adding(int i) {
            return value -> {
                List<Object> values = (List<Object>) row[i];
                if (values == null) {
                    values = new ArrayList<>();
                    row[i] = values;
                }
                values.add(value);
            };
        }

        @Override
        public Converter getConverter(int index) {
            return fields[index];
        }

        @Override
        public void start() {
            row = new Object[fields.length];
        }

        @Override
        public void end() {
            sink.accept(row);
        }
    }

    /** Values of a dictionary are made once, and shared by all rows that have them. */
    private static final class Scalar extends PrimitiveConverter {
        private final PrimitiveType type;
        private final Sink sink;
        private Object[] dictionary = {};

        Scalar(PrimitiveType type, Sink sink) {
            this.type = type;
            this.sink = sink;
        }

        @Override
        public boolean hasDictionarySupport() {
            return true;
        }

        @Override
        public void setDictionary(Dictionary stored) {
            Object[] values = new Object[stored.getMaxId() + 1];
            for (int id = 0; id < values.length; id++) {
                values[id] = value(stored, id);
            }
            dictionary = values;
        }

        private Object value(Dictionary stored, int id) {
            return switch (type.getPrimitiveTypeName()) {
                case INT32 -> stored.decodeToInt(id);
                case INT64 -> stored.decodeToLong(id);
                case FLOAT -> stored.decodeToFloat(id);
                case DOUBLE -> stored.decodeToDouble(id);
                case BOOLEAN -> stored.decodeToBoolean(id);
                case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> stored.decodeToBinary(id);
            };
        }

        @Override
        public void addValueFromDictionary(int id) {
            sink.accept(dictionary[id]);
        }

        @Override
        public void addBinary(Binary value) {
            sink.accept(value.copy()); // some decoders use the bytes again
        }

        @Override
        public void addBoolean(boolean value) {
            sink.accept(value);
        }

        @Override
        public void addDouble(double value) {
            sink.accept(value);
        }

        @Override
        public void addFloat(float value) {
            sink.accept(value);
        }

        @Override
        public void addInt(int value) {
            sink.accept(value);
        }

        @Override
        public void addLong(long value) {
            sink.accept(value);
        }
    }
}
