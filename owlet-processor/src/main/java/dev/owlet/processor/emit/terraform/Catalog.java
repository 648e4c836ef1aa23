package dev.owlet.processor.emit.terraform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Concept.Partition;
import dev.owlet.processor.model.Concept.Partition.Transform;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.Model;
import java.util.Locale;

/** The tables as AWS Glue lists them: every column of the Delta table, in its order. */
final class Catalog {
    private Catalog() {}

    static ObjectNode of(Model model) {
        ObjectNode catalog = Json.object().put("description", GlueText.description(model.title()));
        ObjectNode tables = catalog.putObject("tables");
        model.concepts().forEach(concept -> tables.set(name(concept), table(concept)));
        return catalog;
    }

    /** Two underscores, which no name has, keep {@code a/b_c} and {@code a_b/c} apart. */
    private static String name(Concept concept) {
        return concept.folder().replace("/", "__");
    }

    private static ObjectNode table(Concept concept) {
        String description = concept.description().isEmpty() ? concept.pluralTitle() : concept.description();
        ObjectNode table =
                Json.object().put("folder", concept.folder()).put("description", GlueText.description(description));
        ArrayNode columns = table.putArray("columns");
        concept.fields().forEach(field -> field(columns, field));
        column(columns, "_version", "bigint", "1 when created, one more with every change.");
        column(columns, "_created_at", "timestamp", "When the row was created.");
        column(columns, "_created_by", "string", "Who created the row.");
        column(columns, "_updated_at", "timestamp", "When the row last changed.");
        column(columns, "_updated_by", "string", "Who changed the row last.");
        column(columns, "_upload", "string", "The upload that brought the row, if one did.");
        concept.partition().ifPresent(partition -> partition(columns, partition));
        return table;
    }

    private static void field(ArrayNode columns, Field field) {
        String unit = field.unit().map(text -> " [" + text + "]").orElse("");
        column(columns, field.name(), GlueType.of(field.type()), (field.description() + unit).strip());
    }

    /** A plain field divides the table as it is; else a column of its own does. */
    private static void partition(ArrayNode columns, Partition partition) {
        if (partition.transform() != Transform.IDENTITY) {
            String unit = partition.transform().name().toLowerCase(Locale.ROOT);
            column(
                    columns,
                    "_" + partition.field() + "_" + unit,
                    type(partition.transform()),
                    "Divides the table: the " + unit + " of " + partition.field() + ".");
        }
    }

    private static String type(Transform transform) {
        return switch (transform) {
            case IDENTITY -> throw new IllegalArgumentException("no column of its own");
            case YEAR -> "int";
            case MONTH -> "string";
            case DAY -> "date";
        };
    }

    /** Names in small letters: Hive, whose catalog Glue is, knows no others. */
    private static void column(ArrayNode columns, String name, String type, String comment) {
        columns.addObject()
                .put("name", name.toLowerCase(Locale.ROOT))
                .put("type", type)
                .put("comment", GlueText.comment(comment));
    }
}
