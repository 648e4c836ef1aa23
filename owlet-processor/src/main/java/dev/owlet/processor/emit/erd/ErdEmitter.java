package dev.owlet.processor.emit.erd;

import dev.owlet.processor.emit.Emitter;
import dev.owlet.processor.emit.GeneratedFile;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.emit.Target;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import dev.owlet.processor.model.Model;
import java.util.List;
import java.util.Set;

/**
 * {@code erd.mmd}: concepts, fields and references as a Mermaid entity relationship diagram. Of the model's free text
 * only what cannot end a label goes in.
 */
public final class ErdEmitter implements Emitter {
    private static final MermaidTypes TYPES = new MermaidTypes();
    /** Words that Mermaid takes for a key mark where a name is meant. */
    private static final Set<String> MARKS = Set.of("PK", "FK", "UK");

    @Override
    public List<GeneratedFile> emit(Model model, Target target) {
        StringBuilder diagram = new StringBuilder("%% " + String.format(Json.NOTICE, target.sourceName()) + "\n");
        diagram.append("erDiagram\n");
        model.concepts().forEach(concept -> entity(concept, diagram));
        model.concepts().forEach(concept -> references(concept, diagram));
        return List.of(GeneratedFile.resource("erd.mmd", diagram.toString()));
    }

    private static void entity(Concept concept, StringBuilder diagram) {
        diagram.append("    " + quoted(concept.name()) + "[" + label(concept.title()) + "] {\n");
        for (Field field : concept.fields()) {
            diagram.append("        " + field.type().match(TYPES) + " " + name(field) + marks(concept, field));
            field.unit().ifPresent(unit -> diagram.append(" " + label(unit)));
            diagram.append('\n');
        }
        diagram.append("    }\n");
    }

    private static void references(Concept concept, StringBuilder diagram) {
        for (Field field : concept.fields()) {
            boolean many = field.type() instanceof FieldType.ListOf;
            FieldType type = field.type() instanceof FieldType.ListOf list ? list.element() : field.type();
            if (type instanceof FieldType.Reference reference) {
                String left = many ? "}o" : field.optional() ? "|o" : "||";
                diagram.append("    " + quoted(reference.concept()) + " " + left + "--o{ " + quoted(concept.name())
                        + " : " + quoted(field.name()) + "\n");
            }
        }
    }

    private static String marks(Concept concept, Field field) {
        boolean reference = field.type() instanceof FieldType.Reference;
        String marks = (concept.key().contains(field.name()) ? ", PK" : "")
                + (reference ? ", FK" : "")
                + (field.unique() ? ", UK" : "");
        return marks.isEmpty() ? "" : " " + marks.substring(2);
    }

    private static String name(Field field) {
        return MARKS.contains(field.name()) ? field.name() + "_" : field.name();
    }

    /** A checked name, quoted, for it may be one of Mermaid's own words. */
    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static String label(String text) {
        String plain =
                text.replaceAll("[^\\p{L}\\p{M}\\p{N} .,:()/°²³µ·+-]", " ").strip();
        return quoted(plain.isEmpty() ? "-" : plain);
    }
}
