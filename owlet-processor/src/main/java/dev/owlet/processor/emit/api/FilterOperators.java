package dev.owlet.processor.emit.api;

import dev.owlet.processor.model.FieldType;
import java.util.List;

/** What rows are sensibly filtered by beside equality: {@code field.operator=value}. */
final class FilterOperators implements FieldType.Cases<List<String>> {
    private static final List<String> PRESENCE = List.of("null");
    private static final List<String> ELEMENT = List.of("contains", "null");
    private static final List<String> CHOICE = List.of("ne", "in", "null");
    private static final List<String> ORDER = List.of("ne", "lt", "lte", "gt", "gte", "in", "null");
    private static final List<String> TEXT = List.of("ne", "lt", "lte", "gt", "gte", "in", "contains", "null");

    @Override
    public List<String> bool(FieldType.Bool type) {
        return CHOICE;
    }

    @Override
    public List<String> integer(FieldType.Int type) {
        return ORDER;
    }

    @Override
    public List<String> longInteger(FieldType.Long type) {
        return ORDER;
    }

    @Override
    public List<String> doubleFloat(FieldType.Double type) {
        return ORDER;
    }

    @Override
    public List<String> decimal(FieldType.Decimal type) {
        return ORDER;
    }

    @Override
    public List<String> text(FieldType.Text type) {
        return TEXT;
    }

    @Override
    public List<String> markdown(FieldType.Markdown type) {
        return TEXT;
    }

    @Override
    public List<String> email(FieldType.Email type) {
        return TEXT;
    }

    @Override
    public List<String> url(FieldType.Url type) {
        return TEXT;
    }

    @Override
    public List<String> uuid(FieldType.Uuid type) {
        return CHOICE;
    }

    @Override
    public List<String> date(FieldType.Date type) {
        return ORDER;
    }

    @Override
    public List<String> time(FieldType.Time type) {
        return ORDER;
    }

    @Override
    public List<String> timestamp(FieldType.Timestamp type) {
        return ORDER;
    }

    @Override
    public List<String> json(FieldType.Json type) {
        return PRESENCE;
    }

    @Override
    public List<String> file(FieldType.File type) {
        return PRESENCE;
    }

    @Override
    public List<String> enumeration(FieldType.EnumOf type) {
        return CHOICE;
    }

    @Override
    public List<String> shape(FieldType.ShapeOf type) {
        return PRESENCE;
    }

    @Override
    public List<String> reference(FieldType.Reference type) {
        return type.keyType().match(this);
    }

    @Override
    public List<String> list(FieldType.ListOf type) {
        return ELEMENT;
    }
}
