package dev.owlet.processor.emit.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import java.util.ArrayList;
import java.util.List;

/** Which fields stand where, until a person says otherwise in the app. */
final class Layout {
    private static final int COLUMNS = 12;
    private static final int PAGE = 25;

    private Layout() {}

    /** What must be filled in, then what may be: whatever their number, so that one more field moves no other. */
    static ObjectNode form(Concept concept) {
        List<Field> entered = WebConcepts.entered(concept);
        List<Field> must = entered.stream().filter(field -> !field.optional()).toList();
        List<Field> may = entered.stream().filter(Field::optional).toList();
        ObjectNode form = Json.object();
        form.putArray("sections");
        if (must.isEmpty() || may.isEmpty()) {
            section(form, concept.title(), entered);
        } else {
            section(form, concept.title(), must);
            section(form, "More", may);
        }
        return form;
    }

    /** The label first; then what fits in a cell, in model order. */
    static ObjectNode table(Concept concept) {
        List<String> columns = new ArrayList<>();
        concept.label().ifPresent(columns::add);
        for (Field field : concept.fields()) {
            if (columns.size() < COLUMNS && !columns.contains(field.name()) && fits(field)) {
                columns.add(field.name());
            }
        }
        if (columns.isEmpty()) {
            columns.addAll(concept.key());
        }
        ObjectNode table = Json.object();
        table.set("columns", Json.strings(columns));
        return table.put("sort", sort(concept)).put("pageSize", PAGE);
    }

    private static void section(ObjectNode form, String title, List<Field> fields) {
        form.withArray("sections")
                .addObject()
                .put("title", title)
                .set("fields", Json.strings(fields.stream().map(Field::name).toList()));
    }

    private static boolean fits(Field field) {
        FieldType type = field.type() instanceof FieldType.ListOf list ? list.element() : field.type();
        return !WebConcepts.isGenerated(field)
                && !(type instanceof FieldType.Markdown)
                && !(type instanceof FieldType.Json)
                && !(type instanceof FieldType.ShapeOf);
    }

    /** Newest first where there is a time that every row has; else by label. */
    private static String sort(Concept concept) {
        return concept.fields().stream()
                .filter(field -> !field.optional() && Insights.isTime(field))
                .findFirst()
                .map(field -> "-" + field.name())
                .orElse(concept.label().orElse(concept.key().get(0)));
    }
}
