package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.FieldType;

/** The expression that yields the runtime's {@code ValueType} of a field. */
final class ValueTypeCode implements FieldType.Cases<String> {
    private final JavaSource source;

    ValueTypeCode(JavaSource source) {
        this.source = source;
    }

    private String call(String method, String arguments) {
        return source.scope(Names.VALUE_TYPE) + "." + method + "(" + arguments + ")";
    }

    @Override
    public String bool(FieldType.Bool type) {
        return call("bool", "");
    }

    @Override
    public String integer(FieldType.Int type) {
        return call("integer", "");
    }

    @Override
    public String longInteger(FieldType.Long type) {
        return call("longInteger", "");
    }

    @Override
    public String doubleFloat(FieldType.Double type) {
        return call("doubleFloat", "");
    }

    @Override
    public String decimal(FieldType.Decimal type) {
        return call("decimal", type.precision() + ", " + type.scale());
    }

    @Override
    public String text(FieldType.Text type) {
        return call("text", "");
    }

    @Override
    public String markdown(FieldType.Markdown type) {
        return call("text", "");
    }

    @Override
    public String email(FieldType.Email type) {
        return call("text", "");
    }

    @Override
    public String url(FieldType.Url type) {
        return call("text", "");
    }

    @Override
    public String uuid(FieldType.Uuid type) {
        return call("uuid", "");
    }

    @Override
    public String date(FieldType.Date type) {
        return call("date", "");
    }

    @Override
    public String time(FieldType.Time type) {
        return call("time", "");
    }

    @Override
    public String timestamp(FieldType.Timestamp type) {
        return call("timestamp", "");
    }

    @Override
    public String json(FieldType.Json type) {
        return call("json", "");
    }

    @Override
    public String file(FieldType.File type) {
        return call("file", "");
    }

    @Override
    public String enumeration(FieldType.EnumOf type) {
        return source.ownScope(type.type().name()) + ".type()";
    }

    @Override
    public String shape(FieldType.ShapeOf type) {
        return call("struct", source.ownScope(type.shape().name()) + ".rowType()");
    }

    @Override
    public String reference(FieldType.Reference type) {
        return type.keyType().match(this);
    }

    @Override
    public String list(FieldType.ListOf type) {
        return call("listOf", type.element().match(this));
    }
}
