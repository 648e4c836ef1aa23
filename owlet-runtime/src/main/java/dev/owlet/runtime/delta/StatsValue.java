package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** A least or greatest value as Delta writes it; empty where no bound can be told. */
final class StatsValue {
    /** Delta's own length of text in statistics. */
    private static final int MAX_CODE_POINTS = 32;

    /** Always three fraction digits: the kernel reads no others. */
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final long LAST_MILLI =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StatsValue() {}

    static Optional<JsonNode> least(PrimitiveType type, Object value) {
        return of(type, value, false);
    }

    static Optional<JsonNode> greatest(PrimitiveType type, Object value) {
        return of(type, value, true);
    }

    private static Optional<JsonNode> of(PrimitiveType type, Object value, boolean up) {
        LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
            return Optional.of(JSON.numberNode(new BigDecimal(unscaled(value), decimal.getScale())));
        }
        if (annotation instanceof DateLogicalTypeAnnotation && value instanceof Integer day) {
            return StatsJson.text(LocalDate.ofEpochDay(day).toString());
        }
        if (annotation instanceof TimestampLogicalTypeAnnotation timestamp && value instanceof Long time) {
            return timestamp.getUnit() == TimeUnit.MICROS ? timestamp(time, up) : Optional.empty();
        }
        if (annotation instanceof StringLogicalTypeAnnotation && value instanceof Binary bytes) {
            return up ? greatest(bytes.toStringUsingUTF8()) : StatsJson.text(prefix(bytes.toStringUsingUTF8()));
        }
        return annotation == null ? plain(value) : Optional.empty();
    }

    private static Optional<JsonNode> plain(Object value) {
        if (value instanceof Integer number) {
            return Optional.of(JSON.numberNode(number));
        }
        if (value instanceof Long number) {
            return Optional.of(JSON.numberNode(number));
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? Optional.of(JSON.numberNode(number)) : Optional.empty();
        }
        return Optional.empty(); // of booleans and bytes Delta keeps none
    }

    private static BigInteger unscaled(Object value) {
        return value instanceof Binary bytes
                ? new BigInteger(bytes.getBytes())
                : BigInteger.valueOf(((Number) value).longValue());
    }

    /**
     * Cut to milliseconds, the greatest one upwards: no row may lie beyond its bound. None when that leaves the year
     * 9999, as years of five digits are written in a way of their own, which other engines do not read.
     */
    private static Optional<JsonNode> timestamp(long micros, boolean up) {
        long millis = up ? -Math.floorDiv(-micros, 1000L) : Math.floorDiv(micros, 1000L);
        return millis > LAST_MILLI ? Optional.empty() : StatsJson.text(MILLIS.format(Instant.ofEpochMilli(millis)));
    }

    /** A prefix is not less than what follows it only with the greatest code point behind it. */
    private static Optional<JsonNode> greatest(String value) {
        String prefix = prefix(value);
        if (prefix.length() == value.length()) {
            return StatsJson.text(value);
        }
        boolean follows = value.codePointAt(prefix.length()) == Character.MAX_CODE_POINT;
        return follows ? Optional.empty() : StatsJson.text(prefix + Character.toString(Character.MAX_CODE_POINT));
    }

    private static String prefix(String value) {
        return value.codePointCount(0, value.length()) <= MAX_CODE_POINTS
                ? value
                : value.substring(0, value.offsetByCodePoints(0, MAX_CODE_POINTS));
    }
}
