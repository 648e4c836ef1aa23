package dev.owlet.runtime.csv;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Records of a file, one after the other. */
public interface CellSource extends Closeable {
    /** Longest cell, in UTF-16 units. */
    int MAX_CELL = 1 << 22;

    /** Most cells of a record. */
    int MAX_CELLS = 10_000;

    /** The next record, which takes the place of the one before; null at the end. */
    @Nullable
    Cells next() throws IOException;
}
