package dev.owlet.processor.emit.java;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of types in one source. A type is known by its simple name wherever that cannot mean anything else; which name
 * a type has does not depend on what else the source uses, so that one more field changes no other line.
 */
final class Imports {
    private final Generated generated;

    /** Variables in scope: in an expression, {@code Genre.jazz} looks up a variable named Genre first (JLS 6.4.2). */
    private final Set<String> variables;

    private final Map<String, String> bySimpleName = new HashMap<>();

    Imports(Generated generated, Set<String> variables) {
        this.generated = generated;
        this.variables = variables;
    }

    /** The name of a type where only a type can stand. */
    String type(String qualified) {
        String pack = packageOf(qualified);
        String simple = simpleName(qualified);
        if (pack.equals(generated.target().packageName()) && generated.contains(simple)) {
            return simple;
        }
        if (generated.contains(simple)) {
            return qualified;
        }
        return bySimpleName.computeIfAbsent(simple, name -> qualified).equals(qualified) ? simple : qualified;
    }

    /** The name of a type where a variable or a type can stand: before a dot or a double colon. */
    String scope(String qualified) {
        return variables.contains(simpleName(qualified)) ? qualified : type(qualified);
    }

    /** Qualified names to import, in order. */
    Set<String> toImport() {
        Set<String> imports = new TreeSet<>();
        for (String qualified : bySimpleName.values()) {
            String pack = packageOf(qualified);
            if (!pack.equals("java.lang") && !pack.equals(generated.target().packageName())) {
                imports.add(qualified);
            }
        }
        return imports;
    }

    private static String packageOf(String qualified) {
        return qualified.substring(0, Math.max(0, qualified.lastIndexOf('.')));
    }

    private static String simpleName(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
