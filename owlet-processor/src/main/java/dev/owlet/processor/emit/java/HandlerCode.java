package dev.owlet.processor.emit.java;

import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.model.Concept;
import java.util.Set;

/** The handler of a concept: its routes, on one screen. */
final class HandlerCode {
    private HandlerCode() {}

    static GeneratedFile emit(Generated generated, Concept concept) {
        String handler = concept.name() + "Handler";
        String rows = rows(concept);
        JavaSource source = new JavaSource(generated, handler, concept.at(), Set.of(rows));
        String resource = source.type(Names.RESOURCE) + "<" + source.own(concept.name()) + ">";
        source.line("@" + source.type(Names.NULL_MARKED));
        source.open("public final class " + handler + " implements " + source.type(Names.ROUTES) + " {");
        source.line("private final " + resource + " " + rows + ";").blank();
        source.open("public " + handler + "(" + source.own(concept.name() + "Table") + " table) {");
        source.line("this." + rows + " = new " + source.type(Names.RESOURCE) + "<>(table);")
                .close()
                .blank();
        source.line("@" + source.type(Names.lang("Override")));
        source.open("public void addTo(" + source.type(Names.ROUTER) + " router) {");
        routes(source, "/api/" + concept.path(), rows);
        return source.close().close().toFile();
    }

    private static String rows(Concept concept) {
        return JavaNames.camelCase(concept.path().substring(concept.path().lastIndexOf('/') + 1));
    }

    private static void routes(JavaSource source, String path, String rows) {
        source.line("router.get(" + JavaText.string(path) + ", " + rows + "::list)");
        source.indented(() -> source.indented(() -> {
            route(source, "post", path, rows, "create");
            route(source, "post", path + "/batch", rows, "batch");
            route(source, "get", path + "/summary", rows, "summary");
            route(source, "get", path + "/history", rows, "history");
            route(source, "get", path + "/export", rows, "export");
            route(source, "post", path + "/uploads", rows, "announce");
            route(source, "get", path + "/uploads", rows, "uploads");
            route(source, "get", path + "/uploads/{id}", rows, "upload");
            route(source, "post", path + "/uploads/{id}/complete", rows, "complete");
            route(source, "delete", path + "/uploads/{id}", rows, "withdraw");
            route(source, "get", path + "/{key}", rows, "get");
            route(source, "put", path + "/{key}", rows, "put");
            route(source, "patch", path + "/{key}", rows, "patch");
            source.line(".delete(" + JavaText.string(path + "/{key}") + ", " + rows + "::delete);");
        }));
    }

    private static void route(JavaSource source, String method, String path, String rows, String action) {
        source.line("." + method + "(" + JavaText.string(path) + ", " + rows + "::" + action + ")");
    }
}
