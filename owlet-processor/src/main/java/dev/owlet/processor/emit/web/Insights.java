package dev.owlet.processor.emit.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * First charts, derived from the types: rows over time, shares of a choice, an average by choice, rows by reference.
 * Fields marked {@code pii} are never grouped by.
 */
final class Insights {
    private static final int CHARTS = 4;
    /** A choice with more values makes no legible share chart. */
    private static final int SHARES = 8;

    private static final Set<Class<?>> NUMBERS =
            Set.of(FieldType.Int.class, FieldType.Long.class, FieldType.Double.class, FieldType.Decimal.class);

    private Insights() {}

    static ArrayNode of(Concept concept) {
        ArrayNode charts = Json.array();
        first(concept, Insights::isTime).ifPresent(time -> charts.add(overTime(concept, time)));
        first(concept, Insights::isChoice).ifPresent(choice -> {
            charts.add(chart(isSmall(choice) ? "share" : "bars", choice.label(), choice, "count"));
            first(concept, Insights::isNumber).ifPresent(number -> charts.add(average(number, choice)));
        });
        for (Field field : concept.fields()) {
            if (charts.size() < CHARTS && field.type() instanceof FieldType.Reference && !field.pii()) {
                charts.add(chart("bars", concept.pluralTitle() + " by " + lower(field), field, "count"));
            }
        }
        return charts;
    }

    static boolean isTime(Field field) {
        return field.type() instanceof FieldType.Date || field.type() instanceof FieldType.Timestamp;
    }

    private static ObjectNode overTime(Concept concept, Field time) {
        return chart("columns", concept.pluralTitle() + " by month", time, "count")
                .put("bucket", "month");
    }

    private static ObjectNode average(Field number, Field choice) {
        String title = "Average " + lower(number) + " by " + lower(choice);
        return chart("bars", title, choice, "avg:" + number.name());
    }

    private static ObjectNode chart(String kind, String title, Field by, String measure) {
        return Json.object()
                .put("chart", kind)
                .put("title", title)
                .put("by", by.name())
                .put("measure", measure);
    }

    private static Optional<Field> first(Concept concept, Predicate<Field> wanted) {
        return concept.fields().stream()
                .filter(wanted)
                .filter(field -> !field.pii() && !concept.key().contains(field.name()))
                .findFirst();
    }

    private static boolean isChoice(Field field) {
        return field.type() instanceof FieldType.EnumOf || field.type() instanceof FieldType.Bool;
    }

    private static boolean isSmall(Field field) {
        return !(field.type() instanceof FieldType.EnumOf of)
                || of.type().values().size() <= SHARES;
    }

    private static boolean isNumber(Field field) {
        return NUMBERS.contains(field.type().getClass());
    }

    private static String lower(Field field) {
        return field.label().toLowerCase(Locale.ROOT);
    }
}
