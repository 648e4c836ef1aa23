package dev.owlet.runtime.csv;

import java.io.Closeable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The rows of a file, one at a time: memory does not grow with the file. Every method may throw
 * {@link UnreadableFileException} when the rest of the file cannot be read, and {@link UncheckedIOException} when its
 * bytes cannot be had. Not thread-safe.
 *
 * @param <T> the record
 */
public interface ReadRows<T> extends Iterator<ReadRow<T>>, Closeable {
    /**
     * The row that {@link #next} returned last, as it stood in the file: one text a heading, or, where there
     * are none, all texts of the row; of JSON the object's text. Ask before {@link #hasNext} and {@link #next}.
     */
    List<String> cells();

    /**
     * Those of the {@link #cells}, by number from 0, that are texts whatever they look like: they stood in quotes, or their
     * file knows types. Of JSON none.
     */
    default Set<Integer> quoted() {
        return Set.of();
    }

    /**
     * Where the row that {@link #next} returned last starts: a line of a text, a row of a sheet, from 1; the number of
     * the row in other files.
     */
    long line();

    @Override
    void close();
}
