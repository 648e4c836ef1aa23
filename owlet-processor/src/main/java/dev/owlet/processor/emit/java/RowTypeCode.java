package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The columns of a record and the runtime's {@code RowType} made of them. */
final class RowTypeCode {
    private final JavaSource source;
    private final RecordModel record;
    private final String columns;

    /** @param columns what stands before a column's name: empty, or a class and a dot */
    RowTypeCode(JavaSource source, RecordModel record, String columns) {
        this.source = source;
        this.record = record;
        this.columns = columns;
    }

    /** @param modifiers of the constants, such as {@code public static final} */
    void columns(String modifiers) {
        for (Field field : record.fields()) {
            String type = source.type(Names.COLUMN) + "<" + source.own(record.name()) + ", "
                    + JavaType.boxed(source, field.type()) + ">";
            String constant = modifiers + " " + type + " " + JavaNames.constant(field);
            source.javadoc(field.description());
            source.assign(
                    constant, source.scope(Names.COLUMN) + "." + kind(field) + columnArguments(field) + was(field));
        }
    }

    private static String kind(Field field) {
        return !field.isEntered() ? "computed" : field.optional() ? "optional" : "required";
    }

    private String columnArguments(Field field) {
        return "(" + JavaText.string(field.name()) + ", " + field.type().match(new ValueTypeCode(source)) + ", "
                + source.ownScope(record.name()) + "::" + JavaNames.component(field) + ")";
    }

    private static String was(Field field) {
        List<String> names = field.was().stream().map(JavaText::string).toList();
        return names.isEmpty() ? ";" : ".was(" + String.join(", ", names) + ");";
    }

    /**
     * The class that holds the row type, apart from the columns.
     *
     * @param constant its name there; no column that is in scope has it
     */
    void holder(String modifiers, String name, String constant) {
        String type = source.type(Names.ROW_TYPE);
        String own = source.own(record.name());
        source.open(modifiers + " " + name + " {");
        source.assign(
                "static final %s<%s> %s".formatted(type, own, constant),
                "new %s<>(%s, columns(), %s::defaults, %s::check, %s::create);"
                        .formatted(type, JavaText.string(record.name()), name, name, name));
        source.blank();
        columnList();
        source.blank();
        defaults();
        source.blank();
        check();
        source.blank();
        create();
        source.close();
    }

    private void columnList() {
        String list = source.type(Names.LIST);
        source.open("private static %s<%s<%s, ?>> columns() {"
                .formatted(list, source.type(Names.COLUMN), source.own(record.name())));
        source.each(
                "return " + source.scope(Names.LIST) + ".of",
                record.fields().stream().map(this::column).toList(),
                ";");
        source.close();
    }

    private String column(Field field) {
        return columns + JavaNames.constant(field);
    }

    private void defaults() {
        String head = "private static void defaults(" + source.type(Names.VALUES) + " values) {";
        if (record.entered().stream().allMatch(f -> defaultValue(f).isEmpty())) {
            source.line(head + "}");
            return;
        }
        source.open(head);
        for (Field field : record.entered()) {
            defaultValue(field).ifPresent(d -> source.call("values.fill", List.of(column(field), d), ";"));
        }
        source.close();
    }

    /** A supplier. A list that must be there and may be empty is empty where it is absent. */
    private Optional<String> defaultValue(Field field) {
        boolean emptyList = field.type() instanceof FieldType.ListOf
                && !field.optional()
                && field.minItems().orElse(0) == 0;
        return field.defaultValue()
                .map(d -> supplier(field, d))
                .or(() -> emptyList ? Optional.of(emptyList()) : Optional.empty());
    }

    private String supplier(Field field, Field.Default value) {
        if (value instanceof Field.Default.NewUuid) {
            return source.scope(Names.UUID7) + "::next";
        }
        if (value instanceof Field.Default.Now) {
            return source.scope(Names.EXPRESSIONS) + "::now";
        }
        if (value instanceof Field.Default.Today) {
            return source.scope(Names.EXPRESSIONS) + "::today";
        }
        return value instanceof Field.Default.Literal literal
                ? "() -> " + field.type().match(new LiteralCode(source, literal.value()))
                : emptyList();
    }

    private String emptyList() {
        return source.scope(Names.LIST) + "::of";
    }

    private void check() {
        source.open("private static void check(%s values, %s violations) {"
                .formatted(source.type(Names.VALUES), source.type(Names.VIOLATIONS)));
        List<String> arguments = new ArrayList<>(List.of("violations"));
        record.entered().forEach(f -> arguments.add("values.get(" + column(f) + ")"));
        source.each(source.ownScope(record.name()) + ".check", arguments, ";");
        source.close();
    }

    private void create() {
        String own = source.own(record.name());
        source.open("private static %s create(%s values) {".formatted(own, source.type(Names.VALUES)));
        source.each(
                "return new " + own,
                record.entered().stream()
                        .map(f -> "values." + getter(f) + "(" + column(f) + ")")
                        .toList(),
                ";");
        source.close();
    }

    /** A primitive cannot be absent; an object of an old row may be. */
    private static String getter(Field field) {
        return !field.optional() && JavaType.primitive(field.type()).isPresent() ? "require" : "get";
    }
}
