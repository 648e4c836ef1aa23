package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.DecimalType;
import dev.owlet.runtime.row.ListType;
import dev.owlet.runtime.row.StructType;
import dev.owlet.runtime.row.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes values of one type as {@link ParquetSchema} lays them out. */
interface ValueWriter<V> {
    void write(RecordConsumer out, V value);

    static <V> ValueWriter<V> of(ValueType<V> type) {
        return switch (type.kind()) {
            case BOOL -> (out, value) -> out.addBoolean((Boolean) value);
            case INT -> (out, value) -> out.addInteger((Integer) value);
            case LONG -> (out, value) -> out.addLong((Long) value);
            case DOUBLE -> (out, value) -> out.addDouble((Double) value);
            case DECIMAL -> decimal((DecimalType) type);
            case TEXT, UUID, TIME, JSON, ENUM -> (out, value) -> out.addBinary(text(type.format(value)));
            case DATE -> (out, value) -> out.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case TIMESTAMP -> (out, value) -> out.addLong(micros((Instant) value));
            case LIST -> cast(list((ListType<?>) type));
            case STRUCT -> cast(struct((StructType<?>) type));
        };
    }

    @SuppressWarnings("unchecked") // the writer was made from this very type's own element or row type
    private static <V> ValueWriter<V> cast(ValueWriter<?> writer) {
        return (ValueWriter<V>) writer;
    }

    private static <V> ValueWriter<V> decimal(DecimalType type) {
        if (type.precision() <= ParquetSchema.INT32_DIGITS) {
            return (out, value) -> out.addInteger(unscaled(type, value).intValueExact());
        }
        if (type.precision() <= ParquetSchema.INT64_DIGITS) {
            return (out, value) -> out.addLong(unscaled(type, value).longValueExact());
        }
        int length = ParquetSchema.bytes(type.precision());
        return (out, value) -> out.addBinary(fixed(unscaled(type, value), length));
    }

    /** Without rounding: constructors of records refuse what would need it. */
    private static BigInteger unscaled(DecimalType type, Object value) {
        return ((BigDecimal) value).setScale(type.scale()).unscaledValue();
    }

    private static Binary text(String value) {
        return Binary.fromConstantByteArray(value.getBytes(StandardCharsets.UTF_8));
    }

    static Binary fixed(BigInteger value, int length) {
        byte[] bytes = value.toByteArray();
        byte[] padded = new byte[length];
        Arrays.fill(padded, 0, length - bytes.length, (byte) (value.signum() < 0 ? -1 : 0));
        System.arraycopy(bytes, 0, padded, length - bytes.length, bytes.length);
        return Binary.fromConstantByteArray(padded);
    }

    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
    }

    private static <E> ValueWriter<List<E>> list(ListType<E> type) {
        ValueWriter<E> element = of(type.element());
        return (out, values) -> {
            out.startGroup();
            if (!values.isEmpty()) {
                out.startField(ParquetSchema.LIST, 0);
                values.forEach(value -> element(out, element, value));
                out.endField(ParquetSchema.LIST, 0);
            }
            out.endGroup();
        };
    }

    private static <E> void element(RecordConsumer out, ValueWriter<E> writer, E value) {
        out.startGroup();
        out.startField(ParquetSchema.ELEMENT, 0);
        writer.write(out, value);
        out.endField(ParquetSchema.ELEMENT, 0);
        out.endGroup();
    }

    private static <S> ValueWriter<S> struct(StructType<S> type) {
        GroupWriter<S> fields = new GroupWriter<>(type.type());
        return (out, value) -> {
            out.startGroup();
            fields.writeFields(out, value);
            out.endGroup();
        };
    }
}
