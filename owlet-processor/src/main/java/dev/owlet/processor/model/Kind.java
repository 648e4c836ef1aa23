package dev.owlet.processor.model;

/** Questions that checks ask of a type. */
final class Kind {
    private Kind() {}

    /** The type of one value: of the items, for a list. */
    static FieldType value(FieldType type) {
        return type instanceof FieldType.ListOf list ? list.element() : type;
    }

    static boolean isList(FieldType type) {
        return type instanceof FieldType.ListOf;
    }

    static boolean isNumber(FieldType type) {
        return type instanceof FieldType.Int
                || type instanceof FieldType.Long
                || type instanceof FieldType.Double
                || type instanceof FieldType.Decimal;
    }

    static boolean isTime(FieldType type) {
        return type instanceof FieldType.Date || type instanceof FieldType.Time || type instanceof FieldType.Timestamp;
    }

    static boolean isText(FieldType type) {
        return type instanceof FieldType.Text
                || type instanceof FieldType.Markdown
                || type instanceof FieldType.Email
                || type instanceof FieldType.Url;
    }

    /** Whether values can be told apart exactly and stand in one cell: what a key, a label or a unique field needs. */
    static boolean isIdentifying(FieldType type) {
        return !(type instanceof FieldType.ListOf
                || type instanceof FieldType.ShapeOf
                || type instanceof FieldType.Json
                || type instanceof FieldType.File
                || type instanceof FieldType.Double
                || type instanceof FieldType.Markdown);
    }

    /** The type's name in the language, for messages. */
    static String name(FieldType type) {
        return type.match(new TypeNames());
    }
}
