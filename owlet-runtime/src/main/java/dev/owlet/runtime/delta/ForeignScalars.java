package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Single stored values as JSON: numbers as numbers, decimals, dates and times as text. */
final class ForeignScalars {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int JULIAN_DAY_OF_1970 = 2_440_588;

    private ForeignScalars() {}

    static JsonNode json(PrimitiveType type, Object stored) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        if (stored instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (stored instanceof Float number) {
            return real(number, String.valueOf(number));
        }
        if (stored instanceof Double number) {
            return real(number, String.valueOf(number));
        }
        if (stored instanceof Integer || stored instanceof Long) {
            return whole(logical, ((Number) stored).longValue(), stored instanceof Integer);
        }
        return bytes(type, logical, (Binary) stored);
    }

    /** What is no number is its name, which is refused where a number is wanted. */
    private static JsonNode real(double value, String text) {
        return Double.isFinite(value) ? JSON.numberNode(new BigDecimal(text)) : JSON.textNode(text);
    }

    private static JsonNode whole(LogicalTypeAnnotation logical, long value, boolean narrow) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return JSON.textNode(BigDecimal.valueOf(value, decimal.getScale()).toPlainString());
        }
        if (logical instanceof DateLogicalTypeAnnotation) {
            return JSON.textNode(LocalDate.ofEpochDay(value).toString());
        }
        if (logical instanceof TimeLogicalTypeAnnotation time) {
            return JSON.textNode(LocalTime.ofNanoOfDay(Math.multiplyExact(value, nanos(time.getUnit())))
                    .toString());
        }
        if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
            Instant instant = Instant.EPOCH.plus(value, unit(timestamp.getUnit()));
            return moment(instant, timestamp.isAdjustedToUTC());
        }
        if (logical instanceof IntLogicalTypeAnnotation number && !number.isSigned()) {
            return narrow
                    ? JSON.numberNode(Integer.toUnsignedLong((int) value))
                    : JSON.numberNode(new BigInteger(Long.toUnsignedString(value)));
        }
        return JSON.numberNode(value);
    }

    /** Without an offset where the writer knew none: then the model's zone is meant. */
    private static JsonNode moment(Instant instant, boolean isUtc) {
        return JSON.textNode(
                isUtc
                        ? instant.toString()
                        : instant.atOffset(ZoneOffset.UTC).toLocalDateTime().toString());
    }

    private static ChronoUnit unit(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> ChronoUnit.MILLIS;
            case MICROS -> ChronoUnit.MICROS;
            case NANOS -> ChronoUnit.NANOS;
        };
    }

    private static long nanos(TimeUnit unit) {
        return unit(unit).getDuration().toNanos();
    }

    private static JsonNode bytes(PrimitiveType type, LogicalTypeAnnotation logical, Binary stored) {
        if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
            return int96(stored);
        }
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return JSON.textNode(new BigDecimal(new BigInteger(stored.getBytes()), decimal.getScale()).toPlainString());
        }
        if (logical instanceof UUIDLogicalTypeAnnotation) {
            ByteBuffer bits = stored.toByteBuffer().duplicate();
            return JSON.textNode(new UUID(bits.getLong(), bits.getLong()).toString());
        }
        try {
            return JSON.textNode(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(stored.toByteBuffer().duplicate())
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the column " + type.getName() + " holds bytes that are no text", e);
        }
    }

    /** Nanoseconds of the day and the Julian day, as Impala and old Sparks write moments. */
    private static JsonNode int96(Binary stored) {
        ByteBuffer bits = stored.toByteBuffer().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bits.getLong();
        long day = bits.getInt() - (long) JULIAN_DAY_OF_1970;
        return moment(Instant.EPOCH.plus(day, ChronoUnit.DAYS).plusNanos(nanos), true);
    }
}
