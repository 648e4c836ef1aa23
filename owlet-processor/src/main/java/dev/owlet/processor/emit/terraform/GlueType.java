package dev.owlet.processor.emit.terraform;

import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Types in the words of Hive, which Glue speaks. */
final class GlueType implements FieldType.Cases<String> {
    private static final GlueType CASES = new GlueType();

    private GlueType() {}

    static String of(FieldType type) {
        return type.match(CASES);
    }

    @Override
    public String bool(FieldType.Bool type) {
        return "boolean";
    }

    @Override
    public String integer(FieldType.Int type) {
        return "int";
    }

    @Override
    public String longInteger(FieldType.Long type) {
        return "bigint";
    }

    @Override
    public String doubleFloat(FieldType.Double type) {
        return "double";
    }

    @Override
    public String decimal(FieldType.Decimal type) {
        return "decimal(" + type.precision() + "," + type.scale() + ")";
    }

    @Override
    public String text(FieldType.Text type) {
        return "string";
    }

    @Override
    public String markdown(FieldType.Markdown type) {
        return "string";
    }

    @Override
    public String email(FieldType.Email type) {
        return "string";
    }

    @Override
    public String url(FieldType.Url type) {
        return "string";
    }

    @Override
    public String uuid(FieldType.Uuid type) {
        return "string";
    }

    @Override
    public String date(FieldType.Date type) {
        return "date";
    }

    @Override
    public String time(FieldType.Time type) {
        return "string";
    }

    @Override
    public String timestamp(FieldType.Timestamp type) {
        return "timestamp";
    }

    @Override
    public String json(FieldType.Json type) {
        return "string";
    }

    @Override
    public String file(FieldType.File type) {
        return "struct<key:string,name:string,size:bigint,sha256:string>";
    }

    @Override
    public String enumeration(FieldType.EnumOf type) {
        return "string";
    }

    @Override
    public String shape(FieldType.ShapeOf type) {
        List<Field> fields = type.shape().fields();
        return fields.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT) + ":" + of(field.type()))
                .collect(Collectors.joining(",", "struct<", ">"));
    }

    @Override
    public String reference(FieldType.Reference type) {
        return of(type.keyType());
    }

    @Override
    public String list(FieldType.ListOf type) {
        return "array<" + of(type.element()) + ">";
    }
}
