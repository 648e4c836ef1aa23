package dev.owlet.processor.emit.java;

import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One Java source under construction: lines, their indentation, and the imports they need. */
final class JavaSource {
    private static final int WIDTH = 120;
    private static final String INDENT = "    ";

    private final Generated generated;
    private final String name;
    private final Position at;
    private final Imports imports;
    private final StringBuilder body = new StringBuilder();
    private int depth;

    /**
     * @param name of the type
     * @param at where the model speaks of it
     * @param variables names of its fields and parameters
     */
    JavaSource(Generated generated, String name, Position at, Set<String> variables) {
        this.generated = generated;
        this.name = name;
        this.at = at;
        this.imports = new Imports(generated, variables);
    }

    Generated generated() {
        return generated;
    }

    /** The name of a type from elsewhere where only a type can stand. */
    String type(String qualified) {
        return imports.type(qualified);
    }

    /** The name of a type from elsewhere before a dot or a double colon. */
    String scope(String qualified) {
        return imports.scope(qualified);
    }

    /** The name of a generated type where only a type can stand. */
    String own(String simpleName) {
        return imports.type(generated.qualified(simpleName));
    }

    /** The name of a generated type before a dot or a double colon. */
    String ownScope(String simpleName) {
        return imports.scope(generated.qualified(simpleName));
    }

    JavaSource line(String text) {
        body.append(text.isEmpty() ? "" : INDENT.repeat(depth)).append(text).append('\n');
        return this;
    }

    JavaSource blank() {
        return line("");
    }

    /** A line that ends with a brace, and what follows deeper. */
    JavaSource open(String text) {
        line(text);
        depth++;
        return this;
    }

    JavaSource close(String text) {
        depth--;
        return line(text);
    }

    JavaSource close() {
        return close("}");
    }

    /** What {@code body} writes, deeper; for heads of several lines. */
    JavaSource indented(Runnable body) {
        depth++;
        body.run();
        depth--;
        return this;
    }

    /** A statement or the head of a declaration, broken where it is too long for a line. */
    JavaSource code(String code) {
        Lines.of(code, width()).forEach(this::line);
        return this;
    }

    /** {@code head(arguments)tail} in one line where it fits, else an argument a line. */
    JavaSource call(String head, List<String> arguments, String tail) {
        return code(head + "(" + String.join(", ", arguments) + ")" + tail);
    }

    /** {@code left = right}, in two lines where it does not fit in one. */
    JavaSource assign(String left, String right) {
        String one = left + " = " + right;
        if (one.length() <= width()) {
            return line(one);
        }
        line(left + " =");
        depth += 2;
        code(right);
        depth -= 2;
        return this;
    }

    /** {@code head(arguments)tail}, an argument a line, so that one more argument is one more line. */
    JavaSource each(String head, List<String> arguments, String tail) {
        line(head + "(");
        depth += 2;
        for (int i = 0; i < arguments.size(); i++) {
            line(arguments.get(i) + (i < arguments.size() - 1 ? "," : ")" + tail));
        }
        depth -= 2;
        return this;
    }

    private int width() {
        return WIDTH - depth * INDENT.length();
    }

    /** A Javadoc comment of text from the model, with tags after it; nothing when there is neither. */
    JavaSource javadoc(String description, List<String> tags) {
        List<String> lines = new ArrayList<>();
        int width = width() - " * ".length();
        description.strip().lines().forEach(l -> lines.addAll(wrap(JavaText.javadoc(l.strip()), width)));
        if (!lines.isEmpty() && !tags.isEmpty()) {
            lines.add("");
        }
        tags.forEach(tag -> lines.addAll(wrap(tag, width)));
        if (lines.size() == 1 && lines.get(0).length() + 4 <= width) {
            return line("/** " + lines.get(0) + " */");
        }
        if (!lines.isEmpty()) {
            line("/**");
            lines.forEach(l -> line(l.isEmpty() ? " *" : " * " + l));
            line(" */");
        }
        return this;
    }

    JavaSource javadoc(String description) {
        return javadoc(description, List.of());
    }

    JavaSource javadocTags(List<String> tags) {
        return javadoc("", tags);
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String word : text.split(" +")) {
            if (!current.isEmpty() && current.length() + 1 + word.length() > width) {
                lines.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : " ").append(word);
        }
        lines.add(current.toString());
        return lines;
    }

    GeneratedFile toFile() {
        String pack = generated.target().packageName();
        StringBuilder all = new StringBuilder("// Generated by Owlet from ")
                .append(JavaText.comment(generated.target().sourceName()))
                .append(':')
                .append(at.line())
                .append(". Edit that file instead.\n");
        if (!pack.isEmpty()) {
            all.append("package ").append(pack).append(";\n\n");
        }
        imports.toImport().forEach(type -> all.append("import ").append(type).append(";\n"));
        all.append('\n').append(body);
        String path = generated.qualified(name).replace('.', '/') + ".java";
        return new GeneratedFile(GeneratedFile.Kind.JAVA, path, all.toString());
    }
}
