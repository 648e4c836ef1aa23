package dev.owlet.processor.emit.sql;

import dev.owlet.processor.model.Concept;
import java.util.List;

/**
 * A table as other engines see it.
 *
 * @param name {@code invoice_line}, in a module {@code billing__invoice_line}: two underscores, which no name has, keep
 *     {@code a/b_c} and {@code a_b/c} apart
 * @param folder below the root, such as {@code delta/billing/invoice_line}
 * @param comment text of the model: to be escaped
 */
record SqlTable(String name, String folder, String comment, List<SqlColumn> columns) {
    static SqlTable of(Concept concept) {
        return new SqlTable(
                concept.folder().replace("/", "__"),
                "delta/" + concept.folder(),
                concept.description().isEmpty() ? concept.pluralTitle() : concept.description(),
                SqlColumn.of(concept));
    }
}
