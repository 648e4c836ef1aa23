package dev.owlet.processor.model;

/** Names of types as the model writes them. */
final class TypeNames implements FieldType.Cases<String> {
    @Override
    public String bool(FieldType.Bool type) {
        return "bool";
    }

    @Override
    public String integer(FieldType.Int type) {
        return "int";
    }

    @Override
    public String longInteger(FieldType.Long type) {
        return "long";
    }

    @Override
    public String doubleFloat(FieldType.Double type) {
        return "double";
    }

    @Override
    public String decimal(FieldType.Decimal type) {
        return "decimal(%s,%s)".formatted(type.precision(), type.scale());
    }

    @Override
    public String text(FieldType.Text type) {
        if (type.minLength().isEmpty() && type.maxLength().isEmpty()) {
            return "text";
        }
        String min = type.minLength().map(n -> n + "..").orElse("");
        return "text(" + min + type.maxLength().map(String::valueOf).orElse("") + ")";
    }

    @Override
    public String markdown(FieldType.Markdown type) {
        return "markdown";
    }

    @Override
    public String email(FieldType.Email type) {
        return "email";
    }

    @Override
    public String url(FieldType.Url type) {
        return "url";
    }

    @Override
    public String uuid(FieldType.Uuid type) {
        return "uuid";
    }

    @Override
    public String date(FieldType.Date type) {
        return "date";
    }

    @Override
    public String time(FieldType.Time type) {
        return "time";
    }

    @Override
    public String timestamp(FieldType.Timestamp type) {
        return "timestamp";
    }

    @Override
    public String json(FieldType.Json type) {
        return "json";
    }

    @Override
    public String file(FieldType.File type) {
        return "file";
    }

    @Override
    public String enumeration(FieldType.EnumOf type) {
        return type.type().name();
    }

    @Override
    public String shape(FieldType.ShapeOf type) {
        return type.shape().name();
    }

    @Override
    public String reference(FieldType.Reference type) {
        return "-> " + type.concept();
    }

    @Override
    public String list(FieldType.ListOf type) {
        return type.element().match(this) + "[]";
    }
}
