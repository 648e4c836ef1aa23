package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Values as one stored column has them, for comparisons. */
interface StoredValue {
    /** Null when the column cannot hold exactly this value. */
    @Nullable
    Comparable<?> of(Object value);

    /** Null for types and ways of storing that are not compared as they are stored. */
    static @Nullable StoredValue of(ValueType<?> type, PrimitiveType stored) {
        return switch (type.kind()) {
            case INT, LONG -> signed(stored) ? integer(stored, value -> ((Number) value).longValue()) : null;
            case DOUBLE ->
                stored.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.DOUBLE
                        ? value -> (Double) value
                        : null;
            case DECIMAL ->
                stored.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
                        ? decimal(stored, decimal.getScale())
                        : null;
            case DATE ->
                stored.getLogicalTypeAnnotation() instanceof DateLogicalTypeAnnotation
                        ? integer(stored, value -> ((LocalDate) value).toEpochDay())
                        : null;
            case TIMESTAMP -> inMicros(stored) ? integer(stored, value -> micros((Instant) value)) : null;
            case TEXT, UUID, TIME, ENUM -> isText(stored) ? value -> text(type, value) : null;
            case BOOL, JSON, LIST, STRUCT -> null;
        };
    }

    private static boolean signed(PrimitiveType stored) {
        LogicalTypeAnnotation annotation = stored.getLogicalTypeAnnotation();
        return annotation == null || (annotation instanceof IntLogicalTypeAnnotation integer && integer.isSigned());
    }

    private static boolean inMicros(PrimitiveType stored) {
        return stored.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation timestamp
                && timestamp.getUnit() == TimeUnit.MICROS;
    }

    /** Null between two microseconds, and beyond what 64 bits of them reach. */
    private static @Nullable Long micros(Instant time) {
        boolean far = Math.abs(time.getEpochSecond()) > Long.MAX_VALUE / 2_000_000;
        return far || time.getNano() % 1000 != 0 ? null : (Long) ValueWriter.micros(time);
    }

    private static boolean isText(PrimitiveType stored) {
        return stored.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.BINARY
                && stored.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation;
    }

    @SuppressWarnings("unchecked") // a column's filters and keys hold values of its own type
    private static <V> Binary text(ValueType<V> type, Object value) {
        return Binary.fromString(type.format((V) value));
    }

    private static @Nullable StoredValue integer(PrimitiveType stored, Function<Object, @Nullable Long> number) {
        return switch (stored.getPrimitiveTypeName()) {
            case INT32 ->
                value -> {
                    Long n = number.apply(value);
                    return n != null && n == n.intValue() ? (Comparable<?>) n.intValue() : null;
                };
            case INT64 -> number::apply;
            default -> null;
        };
    }

    /** In fixed bytes and in integers a number has one form; in bytes of any length it may have several. */
    private static @Nullable StoredValue decimal(PrimitiveType stored, int scale) {
        return switch (stored.getPrimitiveTypeName()) {
            case INT32 -> unscaled(scale, 31, BigInteger::intValue);
            case INT64 -> unscaled(scale, 63, BigInteger::longValue);
            case FIXED_LEN_BYTE_ARRAY -> {
                int length = stored.getTypeLength();
                yield unscaled(scale, 8 * length - 1, number -> ValueWriter.fixed(number, length));
            }
            default -> null;
        };
    }

    /** The value without its point; null when it has more places, or does not fit so many bits. */
    private static StoredValue unscaled(int scale, int bits, Function<BigInteger, Comparable<?>> form) {
        return value -> {
            BigDecimal decimal = (BigDecimal) value;
            BigDecimal plain = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
            if (plain.scale() > scale || plain.precision() - plain.scale() > ParquetSchema.MAX_DIGITS) {
                return null;
            }
            BigInteger unscaled = plain.setScale(scale).unscaledValue();
            return unscaled.bitLength() <= bits ? form.apply(unscaled) : null;
        };
    }
}
