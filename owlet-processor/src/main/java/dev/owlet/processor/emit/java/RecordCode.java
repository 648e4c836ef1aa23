package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A record: components, constructor, checks, computed values, JSON and builder. */
final class RecordCode {
    /** The type is named by its package, as the source imports only what its code uses. */
    static final String THROWS = "@throws dev.owlet.runtime.row.ViolationException with every violation";

    private final JavaSource source;
    private final RecordModel record;
    private final String columns;
    private final String rowType;
    private final Set<String> taken;
    private final String patterns;

    /**
     * @param columns what stands before a column's name: a class and a dot
     * @param rowType the expression that yields the row type
     */
    RecordCode(JavaSource source, RecordModel record, String columns, String rowType) {
        this.source = source;
        this.record = record;
        this.columns = columns;
        this.rowType = rowType;
        this.taken = taken(source, record);
        this.patterns = JavaNames.free("Patterns", taken);
    }

    /** Names that nested types and variables of the record must not have. */
    static Set<String> taken(JavaSource source, RecordModel record) {
        Set<String> taken = new LinkedHashSet<>(source.generated().names());
        taken.addAll(record.components());
        return taken;
    }

    /** @param more writes further members */
    void emit(Consumer<JavaSource> more) {
        source.javadoc(record.description(), componentTags());
        source.line("@" + source.type(Names.NULL_MARKED));
        source.each("public record " + record.name(), components(), " {");
        source.indented(() -> {
            constructor();
            checks();
            record.computed().forEach(this::computed);
            json();
            builder();
            patterns();
            more.accept(source);
        });
        source.line("}");
    }

    private List<String> componentTags() {
        List<String> tags = new ArrayList<>();
        for (Field field : record.entered()) {
            String text = describe(field);
            if (!text.isEmpty()) {
                tags.add("@param " + JavaNames.component(field) + " " + text);
            }
        }
        return tags;
    }

    /** The description in one line, and the unit. */
    private static String describe(Field field) {
        String text = JavaText.javadoc(field.description().strip().replaceAll("\\s+", " "));
        String unit = field.unit().map(u -> "in " + JavaText.javadoc(u)).orElse("");
        return text.isEmpty() || unit.isEmpty() ? text + unit : text + ", " + unit;
    }

    private List<String> components() {
        return record.entered().stream()
                .map(f -> JavaType.component(source, f) + " " + JavaNames.component(f))
                .toList();
    }

    private void constructor() {
        String violations = JavaNames.free("violations", taken);
        NormalForm normal = new NormalForm(source, JavaNames.free("v", taken));
        source.open("public " + record.name() + " {");
        for (Field field : record.entered()) {
            String name = JavaNames.component(field);
            normal.of(field.type(), name).ifPresent(form -> source.line(name + " = " + form + ";"));
        }
        source.open("if (" + source.scope(Names.CHECKS) + ".on()) {");
        String type = source.type(Names.VIOLATIONS);
        source.line("%s %s = new %s();".formatted(type, violations, type));
        List<String> arguments = new ArrayList<>(List.of(violations));
        arguments.addAll(record.components());
        source.each("check", arguments, ";");
        source.line(violations + ".throwIfAny();");
        source.close().close();
    }

    private void checks() {
        String violations = JavaNames.free("violations", taken);
        List<String> parameters = new ArrayList<>(List.of(source.type(Names.VIOLATIONS) + " " + violations));
        for (Field field : record.entered()) {
            parameters.add(JavaType.unchecked(source, field) + " " + JavaNames.component(field));
        }
        source.blank().each("static void check", parameters, " {");
        source.indented(() -> new CheckCode(source, record, violations, JavaNames.free("i", taken), patterns).emit());
        source.line("}");
    }

    private void computed(Field field) {
        source.blank().javadoc(describe(field), List.of());
        source.open("public %s %s() {".formatted(computedType(field), JavaNames.component(field)));
        source.code("return " + new ExpressionCode(source, record).computed(field) + ";");
        source.close();
    }

    /** Boxed but for a bool that is never unknown, as a row older than the model may lack an operand. */
    private String computedType(Field field) {
        boolean bool =
                JavaType.primitive(field.type()).filter("boolean"::equals).isPresent();
        return field.optional()
                ? JavaType.unchecked(source, field)
                : bool ? "boolean" : JavaType.boxed(source, field.type());
    }

    private void json() {
        String string = source.type(Names.lang("String"));
        source.blank().javadocTags(List.of(THROWS));
        source.open("public static %s fromJson(%s json) {".formatted(record.name(), string));
        source.line("return rowType().fromJson(json);").close().blank();
        source.open("public " + string + " toJson() {")
                .line("return rowType().toJson(this);")
                .close()
                .blank();
        source.open("public static %s<%s> rowType() {".formatted(source.type(Names.ROW_TYPE), record.name()));
        source.line("return " + rowType + ";").close();
    }

    private void builder() {
        new BuilderCode(source, record, columns, taken).emit();
    }

    private void patterns() {
        List<Field> matched =
                record.entered().stream().filter(f -> f.pattern().isPresent()).toList();
        if (matched.isEmpty()) {
            return;
        }
        source.blank().open("private static final class " + patterns + " {");
        for (Field field : matched) {
            String pattern = JavaText.string(field.pattern().orElseThrow());
            source.assign(
                    "static final " + source.type(Names.PATTERN) + " " + JavaNames.constant(field),
                    source.scope(Names.PATTERN) + ".compile(" + pattern + ");");
        }
        source.close();
    }
}
