package dev.owlet.processor.emit.sql;

import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of a table as other engines see it.
 *
 * @param comment text of the model, to be escaped; may be empty
 * @param stored what it is when it is stored as a string
 */
record SqlColumn(String name, String comment, StoredText stored, boolean list) {
    /** The concept's fields, then the system columns. */
    static List<SqlColumn> of(Concept concept) {
        List<SqlColumn> columns = new ArrayList<>();
        for (Field field : concept.fields()) {
            columns.add(new SqlColumn(
                    field.name(),
                    comment(field),
                    StoredText.of(field.type()),
                    field.type() instanceof FieldType.ListOf));
        }
        columns.add(system("_version", "1 when created, one more with every change."));
        columns.add(system("_created_at", "When the row was created."));
        columns.add(system("_created_by", "Who created the row."));
        columns.add(system("_updated_at", "When the row last changed."));
        columns.add(system("_updated_by", "Who changed the row last."));
        columns.add(system("_upload", "The upload that brought the row, if one did."));
        return columns;
    }

    private static SqlColumn system(String name, String comment) {
        return new SqlColumn(name, comment, StoredText.NO, false);
    }

    private static String comment(Field field) {
        StringBuilder comment = new StringBuilder(field.description());
        field.unit().ifPresent(unit -> comment.append(" [").append(unit).append(']'));
        FieldType type = field.type() instanceof FieldType.ListOf list ? list.element() : field.type();
        if (type instanceof FieldType.Reference reference) {
            comment.append(" (key of ").append(reference.concept()).append(')');
        }
        return comment.toString().strip();
    }
}
