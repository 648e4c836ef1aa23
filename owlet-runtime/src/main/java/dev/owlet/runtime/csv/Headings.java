package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import java.util.List;

/** What stands at the top of files. */
public final class Headings {
    /** Heading of a row's number in the file that it came in. */
    public static final String ROW = "_row";

    /** Heading of why a row did not get in. */
    public static final String ERROR = "_error";

    /** Name of the text of a row of JSON that was no object. */
    public static final String TEXT = "_text";

    private Headings() {}

    /** Those of a file whose cells stand in the order of the model, each of which is read as its own field. */
    public static <T> List<String> inModelOrder(RowType<T> type, ImportSpec<T> spec) {
        return Paths.entered(type).stream().map(column -> of(column, spec)).toList();
    }

    /** A field's name; but its heading where the name is the heading of another field, as which it would be read. */
    static <T> String of(Column<T, ?> column, ImportSpec<T> spec) {
        boolean taken = spec.headings().entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(column)
                        && Header.key(other.getValue()).equals(Header.key(column.name())));
        return taken ? spec.headings().getOrDefault(column, column.name()) : column.name();
    }

    /**
     * Whether a record is the header of rows that were handed back: both columns that were added are in it, or one beside
     * fields alone. Those of a concept whose files have none have one: else nobody could tell that two columns were added.
     */
    static <T> boolean areOfRejects(RowType<T> type, ImportSpec<T> spec, List<String> texts) {
        boolean row = texts.contains(ROW);
        boolean error = texts.contains(ERROR);
        if (row == error) {
            return row;
        }
        Header<T> header = new Header<>(type, spec.headings());
        return texts.stream().allMatch(text -> header.isOurs(text) || header.path(text) != null);
    }

    /** How many of the texts are headings of fields. */
    public static <T> long known(RowType<T> type, ImportSpec<T> spec, List<String> texts) {
        return new Header<>(type, spec.headings()).recognised(texts);
    }
}
