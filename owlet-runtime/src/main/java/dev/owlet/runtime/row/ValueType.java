package dev.owlet.runtime.row;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column: how its values read and write as JSON and as text, and how they order. One singleton or one
 * small immutable object a column; nothing is looked up by reflection.
 *
 * @param <V> the Java type of a value
 */
public abstract sealed class ValueType<V> permits ScalarType, EnumValueType, ListType, StructType {
    /** What a value is on storage; exhaustive switches over it replace type tests. */
    public enum Kind {
        BOOL,
        INT,
        LONG,
        DOUBLE,
        DECIMAL,
        TEXT,
        UUID,
        DATE,
        TIME,
        TIMESTAMP,
        JSON,
        ENUM,
        LIST,
        STRUCT
    }

    /** How strictly input is taken. */
    public enum Mode {
        /** The API: a value has its JSON type, or it is a violation. */
        STRICT,
        /** An import: text is parsed, a number in a text field is its text, an enum is also known by its label. */
        IMPORT
    }

    public static ValueType<Boolean> bool() {
        return Scalars.BOOL;
    }

    /** 32 bits, signed. */
    public static ValueType<Integer> integer() {
        return Scalars.INT;
    }

    /** 64 bits, signed. JSON: a number, or a string beyond 2^53, where numbers lose digits in browsers. */
    public static ValueType<Long> longInteger() {
        return Scalars.LONG;
    }

    public static ValueType<Double> doubleFloat() {
        return Scalars.DOUBLE;
    }

    /** Exact; JSON: a string ("12.50"), a number is accepted. Values take exactly {@code scale} places on storage. */
    public static ValueType<BigDecimal> decimal(int precision, int scale) {
        return new DecimalType(precision, scale);
    }

    /** Also markdown, email and url, whose formats the record checks. */
    public static ValueType<String> text() {
        return Scalars.TEXT;
    }

    public static ValueType<UUID> uuid() {
        return Scalars.UUID;
    }

    public static ValueType<LocalDate> date() {
        return Scalars.DATE;
    }

    public static ValueType<LocalTime> time() {
        return Scalars.TIME;
    }

    /** An instant, in UTC, to the microsecond. */
    public static ValueType<Instant> timestamp() {
        return Scalars.TIMESTAMP;
    }

    public static ValueType<JsonNode> json() {
        return Scalars.JSON;
    }

    /** A file in the object store, by reference: {@link FileRef}. */
    public static ValueType<FileRef> file() {
        return new StructType<>(FileRef.ROW_TYPE);
    }

    /**
     * A closed set of values.
     *
     * @param values all values, in model order
     * @param code the value as stored and sent
     * @param label the value as shown
     */
    public static <E extends Enum<E>> ValueType<E> enumeration(
            List<E> values, Function<E, String> code, Function<E, String> label) {
        return new EnumValueType<>(values, code, label);
    }

    public static <V> ValueType<List<V>> listOf(ValueType<V> element) {
        return new ListType<>(element);
    }

    public static <V> ValueType<V> struct(RowType<V> type) {
        return new StructType<>(type);
    }

    public abstract Kind kind();

    /**
     * A value from JSON. Never throws on bad input: adds to {@code violations} under {@code pointer} and returns null.
     *
     * @param node never a JSON null
     */
    public abstract @Nullable V read(JsonNode node, Mode mode, String pointer, Violations violations);

    public abstract void write(V value, JsonGenerator out) throws IOException;

    /**
     * A value from text, as in a query parameter or a CSV cell; lists and structs are JSON there.
     *
     * @throws BadValueException with a sentence for people ("must be a date such as 2026-03-31")
     */
    public abstract V parse(String text);

    /**
     * The value of the usual form of a text, read where it stands: what {@link #parse(String)} gives for these
     * characters. Null when that alone can tell, which is no fault.
     */
    public @Nullable V quick(char[] text, int from, int to) {
        return null;
    }

    /** Like {@link #parse(String)}, but a fault is added to {@code violations}, under {@code pointer}, and null returned. */
    public @Nullable V parse(String text, String pointer, Violations violations) {
        try {
            return parse(text);
        } catch (BadValueException e) {
            violations.add(pointer, e.code(), e.getMessage());
            return null;
        }
    }

    /** The text that {@link #parse} reads back as an equal value. */
    public abstract String format(V value);

    /**
     * What a search for {@code text} in a value asks: whether the value's text has it within, without case; of a list,
     * whether an item equals it.
     *
     * @throws BadValueException when {@code text} cannot be an item of the list
     */
    Predicate<V> containing(String text) {
        return value -> Texts.containsIgnoreCase(format(value), text);
    }

    /** Order of values: numbers by size, text by code point, time by time, enums in model order, lists by element. */
    public abstract int compare(V a, V b);
}
