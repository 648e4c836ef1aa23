package dev.owlet.runtime.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records of a file, one after the other. */
interface CellSource extends Closeable {
    /** Longest cell, in UTF-16 units. */
    int MAX_CELL = 1 << 22;

    /** Most cells of a record. */
    int MAX_CELLS = 10_000;

    /** The next record; null at the end. Records without any character are passed over. */
    @Nullable
    Cells next() throws IOException;

    static CellSource of(Reader reader, char delimiter, Optional<Character> escape) {
        return escape.isPresent()
                ? new EscapedSource(reader, delimiter, escape.get())
                : new QuotedSource(reader, delimiter);
    }
}
