package dev.owlet.runtime.delta;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.DecimalType;
import dev.owlet.runtime.row.ListType;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.StructType;
import dev.owlet.runtime.row.ValueType;
import java.math.BigInteger;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The Parquet schema that Delta's types have (protocol, section "Schema Serialization Format"), all of it optional. */
final class ParquetSchema {
    static final String LIST = "list";
    static final String ELEMENT = "element";

    /** Most decimal digits that fit 32 and 64 bits. */
    static final int INT32_DIGITS = 9;

    static final int INT64_DIGITS = 18;

    /** Most decimal digits of any number. */
    static final int MAX_DIGITS = DecimalType.MAX_PRECISION;

    private ParquetSchema() {}

    /** @param partition columns that are not stored: the log has their values */
    static MessageType of(RowType<?> type, PartitionValues partition) {
        return new MessageType(
                "row",
                type.columns().stream()
                        .filter(column -> !partition.has(column))
                        .map(ParquetSchema::field)
                        .toList());
    }

    private static List<Type> fields(RowType<?> type) {
        return type.columns().stream().map(ParquetSchema::field).toList();
    }

    private static Type field(Column<?, ?> column) {
        return type(column.type(), column.name());
    }

    private static Type type(ValueType<?> type, String name) {
        return switch (type.kind()) {
            case BOOL -> Types.optional(BOOLEAN).named(name);
            case INT -> Types.optional(INT32).named(name);
            case LONG -> Types.optional(INT64).named(name);
            case DOUBLE -> Types.optional(DOUBLE).named(name);
            case DECIMAL -> decimal((DecimalType) type, name);
            case TEXT, UUID, TIME, JSON, ENUM ->
                Types.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
            case DATE ->
                Types.optional(INT32).as(LogicalTypeAnnotation.dateType()).named(name);
            case TIMESTAMP ->
                Types.optional(INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, MICROS))
                        .named(name);
            case LIST -> list((ListType<?>) type, name);
            case STRUCT ->
                Types.optionalGroup()
                        .addFields(fields(((StructType<?>) type).type()).toArray(Type[]::new))
                        .named(name);
        };
    }

    private static Type decimal(DecimalType type, String name) {
        LogicalTypeAnnotation annotation = LogicalTypeAnnotation.decimalType(type.scale(), type.precision());
        if (type.precision() > INT64_DIGITS) {
            return Types.optional(FIXED_LEN_BYTE_ARRAY)
                    .length(bytes(type.precision()))
                    .as(annotation)
                    .named(name);
        }
        PrimitiveTypeName primitive = type.precision() > INT32_DIGITS ? INT64 : INT32;
        return Types.optional(primitive).as(annotation).named(name);
    }

    /** The least number of bytes that holds any number of so many digits, in two's complement. */
    static int bytes(int digits) {
        return BigInteger.TEN.pow(digits).subtract(BigInteger.ONE).bitLength() / 8 + 1;
    }

    /** Three levels, as the Parquet format asks since 2.0 ("LogicalTypes.md", section "Lists"). */
    private static Type list(ListType<?> type, String name) {
        return Types.optionalGroup()
                .as(LogicalTypeAnnotation.listType())
                .addField(Types.repeatedGroup()
                        .addField(type(type.element(), ELEMENT))
                        .named(LIST))
                .named(name);
    }
}
