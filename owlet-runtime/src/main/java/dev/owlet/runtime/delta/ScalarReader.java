package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.DecimalType;
import dev.owlet.runtime.row.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Values of a type from what Parquet stores, in every way that Delta's writers store them. */
abstract class ScalarReader<V> {
    /** Day number of 1970-01-01 in INT96 timestamps, which count Julian days. */
    private static final long JULIAN_EPOCH = 2_440_588;

    private final PrimitiveType stored;

    private ScalarReader(PrimitiveType stored) {
        this.stored = stored;
    }

    static <V> ScalarReader<V> of(ValueType<V> type, PrimitiveType stored) {
        return switch (type.kind()) {
            case BOOL -> cast(new OfBoolean(stored));
            case INT -> cast(new OfLong<>(stored, Math::toIntExact));
            case LONG -> cast(new OfLong<>(stored, value -> value));
            case DOUBLE -> cast(new OfDouble(stored));
            case DECIMAL -> cast(decimal((DecimalType) type, stored));
            case TEXT -> cast(new OfBinary<>(stored, Binary::toStringUsingUTF8));
            case UUID, TIME, JSON, ENUM -> new OfBinary<>(stored, bytes -> parsed(type, stored, bytes));
            case DATE -> cast(new OfLong<>(stored, LocalDate::ofEpochDay));
            case TIMESTAMP -> cast(timestamp(stored));
            case LIST, STRUCT -> throw new IllegalStateException("stored column " + stored + " does not hold " + type);
        };
    }

    @SuppressWarnings("unchecked") // each kind has one Java type, named in ValueType's factory methods
    private static <V> ScalarReader<V> cast(ScalarReader<?> reader) {
        return (ScalarReader<V>) reader;
    }

    private static <V> V parsed(ValueType<V> type, PrimitiveType stored, Binary bytes) {
        try {
            return type.parse(bytes.toStringUsingUTF8());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("stored column " + stored.getName() + " " + e.getMessage(), e);
        }
    }

    private static ScalarReader<BigDecimal> decimal(DecimalType type, PrimitiveType stored) {
        int scale = stored.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
                ? decimal.getScale()
                : 0;
        return switch (stored.getPrimitiveTypeName()) {
            case INT32, INT64 -> new OfLong<>(stored, value -> scaled(BigDecimal.valueOf(value, scale), type));
            default ->
                new OfBinary<>(stored, bytes -> scaled(new BigDecimal(new BigInteger(bytes.getBytes()), scale), type));
        };
    }

    private static BigDecimal scaled(BigDecimal value, DecimalType type) {
        return value.scale() < type.scale() ? value.setScale(type.scale()) : value;
    }

    private static ScalarReader<Instant> timestamp(PrimitiveType stored) {
        if (stored.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
            return new OfBinary<>(stored, ScalarReader::int96);
        }
        if (!(stored.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation annotation)) {
            return new OfLong<>(stored, value -> Instant.EPOCH.plus(value, ChronoUnit.MICROS));
        }
        return switch (annotation.getUnit()) {
            case MILLIS -> new OfLong<>(stored, Instant::ofEpochMilli);
            case MICROS -> new OfLong<>(stored, value -> Instant.EPOCH.plus(value, ChronoUnit.MICROS));
            case NANOS ->
                new OfLong<>(
                        stored,
                        value -> Instant.EPOCH.plus(value, ChronoUnit.NANOS).truncatedTo(ChronoUnit.MICROS));
        };
    }

    /** Nanoseconds of the day, then the Julian day, little-endian; what Spark wrote before version 3. */
    private static Instant int96(Binary value) {
        ByteBuffer bytes = ByteBuffer.wrap(value.getBytes()).order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        long day = bytes.getInt() - JULIAN_EPOCH;
        return Instant.ofEpochSecond(Math.multiplyExact(day, 86_400L), nanos).truncatedTo(ChronoUnit.MICROS);
    }

    V ofBoolean(boolean value) {
        throw refused();
    }

    V ofLong(long value) {
        throw refused();
    }

    V ofDouble(double value) {
        throw refused();
    }

    V ofBinary(Binary value) {
        throw refused();
    }

    V ofDictionary(Dictionary dictionary, int id) {
        return switch (stored.getPrimitiveTypeName()) {
            case INT32 -> ofLong(dictionary.decodeToInt(id));
            case INT64 -> ofLong(dictionary.decodeToLong(id));
            case FLOAT -> ofDouble(dictionary.decodeToFloat(id));
            case DOUBLE -> ofDouble(dictionary.decodeToDouble(id));
            case BOOLEAN -> ofBoolean(dictionary.decodeToBoolean(id));
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> ofBinary(dictionary.decodeToBinary(id));
        };
    }

    private IllegalStateException refused() {
        return new IllegalStateException("stored column " + stored + " holds other values than the model says");
    }

    private static final class OfBoolean extends ScalarReader<Boolean> {
        OfBoolean(PrimitiveType stored) {
            super(stored);
        }

        @Override
        Boolean ofBoolean(boolean value) {
            return value;
        }
    }

    private static final class OfDouble extends ScalarReader<Double> {
        OfDouble(PrimitiveType stored) {
            super(stored);
        }

        @Override
        Double ofDouble(double value) {
            return value;
        }
    }

    private static final class OfLong<V> extends ScalarReader<V> {
        private final LongFunction<V> decode;

        OfLong(PrimitiveType stored, LongFunction<V> decode) {
            super(stored);
            this.decode = decode;
        }

        @Override
        V ofLong(long value) {
            return decode.apply(value);
        }
    }

    private static final class OfBinary<V> extends ScalarReader<V> {
        private final Function<Binary, V> decode;

        OfBinary(PrimitiveType stored, Function<Binary, V> decode) {
            super(stored);
            this.decode = decode;
        }

        @Override
        V ofBinary(Binary value) {
            return decode.apply(value);
        }
    }
}
