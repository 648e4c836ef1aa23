package dev.owlet.runtime.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** Types without parts. */
public abstract sealed class ScalarType<V> extends ValueType<V> permits ScalarType.Stub {
    static final ValueType<Boolean> BOOL = null;
    static final ValueType<Integer> INT = null;
    static final ValueType<Long> LONG = null;
    static final ValueType<Double> DOUBLE = null;
    static final ValueType<String> TEXT = null;
    static final ValueType<UUID> UUID = null;
    static final ValueType<LocalDate> DATE = null;
    static final ValueType<LocalTime> TIME = null;
    static final ValueType<Instant> TIMESTAMP = null;
    static final ValueType<JsonNode> JSON = null;

    static ValueType<BigDecimal> decimalOf(int precision, int scale) {
        return null;
    }

    abstract static non-sealed class Stub<V> extends ScalarType<V> {}
}
