package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.Field;
import java.util.List;
import java.util.Set;

/** The builder of a record: fills the runtime's values, a setter a field. */
final class BuilderCode {
    private final JavaSource source;
    private final RecordModel record;
    private final String columns;
    private final String values;
    private final String builder;

    BuilderCode(JavaSource source, RecordModel record, String columns, Set<String> taken) {
        this.source = source;
        this.record = record;
        this.columns = columns;
        this.values = JavaNames.free("values", taken);
        this.builder = JavaNames.free("Builder", taken);
    }

    void emit() {
        source.blank().open("public static " + builder + " builder() {");
        source.line("return new " + builder + "(rowType().values());").close();
        source.blank().open("public " + builder + " toBuilder() {");
        source.line("return new " + builder + "(rowType().values(this));").close();

        source.blank().open("public static final class " + builder + " {");
        String type = source.type(Names.VALUES);
        source.line("private final " + type + " " + values + ";").blank();
        source.open("private %s(%s %s) {".formatted(builder, type, values));
        source.line("this.%s = %s;".formatted(values, values)).close();
        record.entered().forEach(this::setter);
        source.blank().javadocTags(List.of(RecordCode.THROWS));
        source.open("public " + record.name() + " build() {");
        source.line("return rowType().build(" + values + ");").close();
        source.close();
    }

    private void setter(Field field) {
        String name = JavaNames.component(field);
        source.blank();
        source.open("public " + builder + " " + name + "(" + JavaType.component(source, field) + " " + name + ") {");
        source.line("rowType().set(" + values + ", " + columns + JavaNames.constant(field) + ", " + name + ");");
        source.line("return this;").close();
    }
}
