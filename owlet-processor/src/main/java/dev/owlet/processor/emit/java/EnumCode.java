package dev.owlet.processor.emit.java;

import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.model.EnumType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An enum: its values by their codes, each with a label. */
final class EnumCode {
    private final EnumType type;
    private final JavaSource source;
    private final Set<String> taken;

    private EnumCode(Generated generated, EnumType type) {
        this.type = type;
        Set<String> constants = new LinkedHashSet<>();
        type.values().forEach(v -> constants.add(JavaNames.identifier(v.code())));
        this.source = new JavaSource(generated, type.name(), type.at(), constants);
        this.taken = new LinkedHashSet<>(constants);
        taken.addAll(generated.names());
    }

    static GeneratedFile emit(Generated generated, EnumType type) {
        return new EnumCode(generated, type).emit();
    }

    private GeneratedFile emit() {
        String code = JavaNames.free("code", taken);
        String label = JavaNames.free("label", taken);
        String string = source.type(Names.lang("String"));
        source.javadoc(type.description());
        source.line("@" + source.type(Names.NULL_MARKED));
        source.open("public enum " + type.name() + " {");
        type.values().forEach(this::value);
        source.line(";").blank();
        source.line("private final " + string + " " + code + ";");
        source.line("private final " + string + " " + label + ";").blank();
        source.open("%s(%s %s, %s %s) {".formatted(type.name(), string, code, string, label));
        source.line("this.%s = %s;".formatted(code, code));
        source.line("this.%s = %s;".formatted(label, label)).close().blank();
        getter("As stored and sent.", "code", code);
        getter("As shown.", "label", label);
        valueType();
        return source.close().toFile();
    }

    private void value(EnumType.Value value) {
        source.javadoc(value.description());
        source.call(
                JavaNames.identifier(value.code()),
                List.of(JavaText.string(value.code()), JavaText.string(value.label())),
                ",");
    }

    private void getter(String meaning, String method, String field) {
        source.javadoc(meaning);
        source.open("public " + source.type(Names.lang("String")) + " " + method + "() {");
        source.line("return " + field + ";").close().blank();
    }

    /** The type is made after the constants, as they are part of it. */
    private void valueType() {
        String holder = JavaNames.free("Type", taken);
        String self = source.ownScope(type.name());
        String valueType = source.type(Names.VALUE_TYPE) + "<" + type.name() + ">";
        source.open("public static " + valueType + " type() {")
                .line("return " + holder + ".VALUE;")
                .close()
                .blank();
        source.open("private static final class " + holder + " {");
        source.assign(
                "static final " + valueType + " VALUE",
                source.scope(Names.VALUE_TYPE) + ".enumeration(" + source.scope(Names.LIST) + ".of(values()), " + self
                        + "::code, " + self + "::label);");
        source.close();
    }
}
