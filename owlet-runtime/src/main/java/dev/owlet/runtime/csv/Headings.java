package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.RowType;
import java.util.List;

/** Whether a record is a header. */
public final class Headings {
    private Headings() {}

    /** How many of the texts are headings of fields. */
    public static <T> long known(RowType<T> type, ImportSpec<T> spec, List<String> texts) {
        return new Header<>(type, spec.headings()).recognised(texts);
    }
}
