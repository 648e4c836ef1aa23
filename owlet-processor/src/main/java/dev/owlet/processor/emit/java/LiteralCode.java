package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.FieldType;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The Java expression of a value that the model writes as text: a bound, a default. */
final class LiteralCode implements FieldType.Cases<String> {
    private final JavaSource source;
    private final String value;

    LiteralCode(JavaSource source, String value) {
        this.source = source;
        this.value = value;
    }

    static String integer(String value) {
        return new BigDecimal(value).toBigIntegerExact().toString();
    }

    static String longInteger(String value) {
        return integer(value) + "L";
    }

    static String doubleFloat(String value) {
        return Double.toString(Double.parseDouble(value));
    }

    static String decimal(JavaSource source, String value) {
        return "new " + source.type(Names.BIG_DECIMAL) + "(\"" + new BigDecimal(value) + "\")";
    }

    static String date(JavaSource source, String value) {
        LocalDate date = LocalDate.parse(value);
        return source.scope(Names.LOCAL_DATE) + ".of(" + date.getYear() + ", " + date.getMonthValue() + ", "
                + date.getDayOfMonth() + ")";
    }

    static String parsed(JavaSource source, String type, String method, String value) {
        return source.scope(type) + "." + method + "(" + JavaText.string(value) + ")";
    }

    @Override
    public String bool(FieldType.Bool type) {
        return Boolean.toString(Boolean.parseBoolean(value));
    }

    @Override
    public String integer(FieldType.Int type) {
        return integer(value);
    }

    @Override
    public String longInteger(FieldType.Long type) {
        return longInteger(value);
    }

    @Override
    public String doubleFloat(FieldType.Double type) {
        return doubleFloat(value);
    }

    @Override
    public String decimal(FieldType.Decimal type) {
        return decimal(source, value);
    }

    @Override
    public String text(FieldType.Text type) {
        return JavaText.string(value);
    }

    @Override
    public String markdown(FieldType.Markdown type) {
        return JavaText.string(value);
    }

    @Override
    public String email(FieldType.Email type) {
        return JavaText.string(value);
    }

    @Override
    public String url(FieldType.Url type) {
        return JavaText.string(value);
    }

    @Override
    public String uuid(FieldType.Uuid type) {
        return parsed(source, Names.UUID, "fromString", value);
    }

    @Override
    public String date(FieldType.Date type) {
        return value.equals("today") ? source.scope(Names.EXPRESSIONS) + ".today()" : date(source, value);
    }

    @Override
    public String time(FieldType.Time type) {
        return parsed(source, Names.LOCAL_TIME, "parse", value);
    }

    @Override
    public String timestamp(FieldType.Timestamp type) {
        return value.equals("now")
                ? source.scope(Names.EXPRESSIONS) + ".now()"
                : parsed(source, Names.INSTANT, "parse", value);
    }

    @Override
    public String enumeration(FieldType.EnumOf type) {
        return source.ownScope(type.type().name()) + "." + JavaNames.identifier(value);
    }

    @Override
    public String json(FieldType.Json type) {
        return typed(type);
    }

    @Override
    public String file(FieldType.File type) {
        return typed(type);
    }

    @Override
    public String shape(FieldType.ShapeOf type) {
        return typed(type);
    }

    @Override
    public String list(FieldType.ListOf type) {
        return typed(type);
    }

    /** Values with parts are JSON, which their type reads. */
    private String typed(FieldType type) {
        return type.match(new ValueTypeCode(source)) + ".parse(" + JavaText.string(value) + ")";
    }

    @Override
    public String reference(FieldType.Reference type) {
        return type.keyType().match(this);
    }
}
