package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import java.util.List;

/**
 * How the rows of an upload are taken.
 *
 * @param upload identifies it: done once, and kept in {@code _upload}
 * @param user user name, kept in the system columns and in the history
 * @param upsert whether a row takes the place of one that the table has; else it is refused
 * @param match the columns by which a row is known again: the key's, or those of a unique set, when the row takes over the
 *     key that the table has
 */
public record LoadOptions<T>(String upload, String user, boolean upsert, List<Column<T, ?>> match) {
    public LoadOptions {
        match = List.copyOf(match);
    }
}
