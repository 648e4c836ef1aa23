package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import java.util.Optional;

/** The Java type of a value that may be absent: boxed. */
final class JavaType implements FieldType.Cases<String> {
    private final JavaSource source;

    JavaType(JavaSource source) {
        this.source = source;
    }

    static String boxed(JavaSource source, FieldType type) {
        return type.match(new JavaType(source));
    }

    /** What the record holds: primitive where a value is always there. */
    static String component(JavaSource source, Field field) {
        String boxed = boxed(source, field.type());
        if (field.optional()) {
            return nullable(source, boxed);
        }
        return primitive(field.type()).orElse(boxed);
    }

    /** What a check takes: anything may be absent yet. */
    static String unchecked(JavaSource source, Field field) {
        return nullable(source, boxed(source, field.type()));
    }

    /** {@code @Nullable} stands before the simple name, also of a qualified type (JLS, section 9.7.4). */
    private static String nullable(JavaSource source, String type) {
        int end = type.indexOf('<') < 0 ? type.length() : type.indexOf('<');
        int simple = type.lastIndexOf('.', end) + 1;
        return type.substring(0, simple) + "@" + source.type(Names.NULLABLE) + " " + type.substring(simple);
    }

    static Optional<String> primitive(FieldType type) {
        if (type instanceof FieldType.Reference reference) {
            return primitive(reference.keyType());
        }
        return type instanceof FieldType.Bool
                ? Optional.of("boolean")
                : type instanceof FieldType.Int
                        ? Optional.of("int")
                        : type instanceof FieldType.Long
                                ? Optional.of("long")
                                : type instanceof FieldType.Double ? Optional.of("double") : Optional.empty();
    }

    @Override
    public String bool(FieldType.Bool type) {
        return source.type(Names.lang("Boolean"));
    }

    @Override
    public String integer(FieldType.Int type) {
        return source.type(Names.lang("Integer"));
    }

    @Override
    public String longInteger(FieldType.Long type) {
        return source.type(Names.lang("Long"));
    }

    @Override
    public String doubleFloat(FieldType.Double type) {
        return source.type(Names.lang("Double"));
    }

    @Override
    public String decimal(FieldType.Decimal type) {
        return source.type(Names.BIG_DECIMAL);
    }

    @Override
    public String text(FieldType.Text type) {
        return string();
    }

    @Override
    public String markdown(FieldType.Markdown type) {
        return string();
    }

    @Override
    public String email(FieldType.Email type) {
        return string();
    }

    @Override
    public String url(FieldType.Url type) {
        return string();
    }

    private String string() {
        return source.type(Names.lang("String"));
    }

    @Override
    public String uuid(FieldType.Uuid type) {
        return source.type(Names.UUID);
    }

    @Override
    public String date(FieldType.Date type) {
        return source.type(Names.LOCAL_DATE);
    }

    @Override
    public String time(FieldType.Time type) {
        return source.type(Names.LOCAL_TIME);
    }

    @Override
    public String timestamp(FieldType.Timestamp type) {
        return source.type(Names.INSTANT);
    }

    @Override
    public String json(FieldType.Json type) {
        return source.type(Names.JSON_NODE);
    }

    @Override
    public String file(FieldType.File type) {
        return source.type(Names.FILE_REF);
    }

    @Override
    public String enumeration(FieldType.EnumOf type) {
        return source.own(type.type().name());
    }

    @Override
    public String shape(FieldType.ShapeOf type) {
        return source.own(type.shape().name());
    }

    @Override
    public String reference(FieldType.Reference type) {
        return type.keyType().match(this);
    }

    @Override
    public String list(FieldType.ListOf type) {
        return source.type(Names.LIST) + "<" + type.element().match(this) + ">";
    }
}
