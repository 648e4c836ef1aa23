package dev.owlet.processor.emit.java;

import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Model;
import dev.owlet.processor.source.Position;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The class of the project: its tables and routes, the Lambda entry point and {@code main}. */
final class ProjectCode {
    /** Methods without parameters that every project class inherits. */
    static final Set<String> METHODS_OF_APP = Set.of(
            "project",
            "title",
            "config",
            "tables",
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    private final Model model;
    private final JavaSource source;

    /** Accessors by concept. */
    private final Map<Concept, String> tables;

    private ProjectCode(Generated generated, Model model) {
        this.model = model;
        this.tables = accessors(model.concepts());
        this.source = new JavaSource(generated, model.className(), Position.START, Set.copyOf(tables.values()));
    }

    static GeneratedFile emit(Generated generated, Model model) {
        return new ProjectCode(generated, model).emit();
    }

    /** The plural; with its module before it where modules have the same plural. */
    private static Map<Concept, String> accessors(List<Concept> concepts) {
        Map<String, Long> plurals =
                concepts.stream().collect(Collectors.groupingBy(ProjectCode::plural, Collectors.counting()));
        Set<String> taken = new HashSet<>(METHODS_OF_APP);
        taken.addAll(plurals.keySet());
        Map<Concept, String> accessors = new LinkedHashMap<>();
        for (Concept concept : concepts) {
            boolean alone = plurals.get(plural(concept)) == 1;
            String accessor = alone ? plural(concept) : JavaNames.free(JavaNames.camelCase(concept.path()), taken);
            taken.add(accessor);
            accessors.put(concept, accessor);
        }
        return accessors;
    }

    private static String plural(Concept concept) {
        String last = concept.path().substring(concept.path().lastIndexOf('/') + 1);
        return JavaNames.free(JavaNames.camelCase(last), METHODS_OF_APP);
    }

    private GeneratedFile emit() {
        String name = model.className();
        String config = source.type(Names.CONFIG);
        source.javadoc(model.description());
        source.line("@" + source.type(Names.NULL_MARKED));
        source.open("public final class " + name + " extends " + source.type(Names.APP) + " {");
        tables.forEach((concept, table) -> source.line("private final " + type(concept) + " " + table + ";"));
        source.blank().javadoc("Configured by the environment; for Lambda.");
        source.open("public " + name + "() {");
        source.line("this(" + source.scope(Names.CONFIG) + ".fromEnvironment());")
                .close()
                .blank();
        source.open("public " + name + "(" + config + " config) {");
        source.code(
                "super(%s, %s, config);".formatted(JavaText.string(model.project()), JavaText.string(model.title())));
        tables.forEach((concept, table) -> source.line("this.%s = table(new %s());".formatted(table, type(concept))));
        tables.forEach((concept, table) ->
                source.line("routes(new %s(%s));".formatted(source.own(concept.name() + "Handler"), table)));
        source.generated().target().routes().forEach(this::routes);
        source.close();
        tables.forEach(this::accessor);
        main();
        return source.close().toFile();
    }

    private String type(Concept concept) {
        return source.own(concept.name() + "Table");
    }

    private void routes(Target.RouteClass routes) {
        source.code("routes(new " + source.type(routes.name()) + "(" + (routes.takesProject() ? "this" : "") + "));");
    }

    private void accessor(Concept concept, String table) {
        source.blank().open("public " + type(concept) + " " + table + "() {");
        source.line("return " + table + ";").close();
    }

    private void main() {
        source.blank().open("public static void main(" + source.type(Names.lang("String")) + "[] args) {");
        source.line(source.scope(Names.MAIN) + ".run(" + model.className() + "::new, args);")
                .close();
    }
}
