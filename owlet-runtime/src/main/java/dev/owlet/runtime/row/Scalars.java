package dev.owlet.runtime.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** One instance a scalar type; apart from {@link ScalarType}, whose initialisation must not wait for its subclasses. */
final class Scalars {
    static final ValueType<Boolean> BOOL = new BoolType();
    static final ValueType<Integer> INT = new IntType();
    static final ValueType<Long> LONG = new LongType();
    static final ValueType<Double> DOUBLE = new DoubleType();
    static final ValueType<String> TEXT = new TextType();
    static final ValueType<java.util.UUID> UUID = new UuidType();
    static final ValueType<LocalDate> DATE = new DateType();
    static final ValueType<LocalTime> TIME = new TimeType();
    static final ValueType<Instant> TIMESTAMP = new TimestampType();
    static final ValueType<JsonNode> JSON = new JsonType();

    private Scalars() {}
}
