package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of several files, one file after the other, each opened when its turn comes. {@code flatMap} would hold all
 * rows of a file in memory where the stream is asked for an iterator.
 */
final class FileRows<R> extends Spliterators.AbstractSpliterator<R> {
    private final Iterator<DataFile> files;
    private final Opening<R> opening;
    private @Nullable Stream<R> open;
    private @Nullable Spliterator<R> rows;

    interface Opening<R> {
        Stream<R> of(DataFile file) throws IOException;
    }

    private FileRows(Iterator<DataFile> files, Opening<R> opening) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.files = files;
        this.opening = opening;
    }

    /** Close the stream; it throws {@link UncheckedIOException}. */
    static <R> Stream<R> of(Iterator<DataFile> files, Opening<R> opening) {
        FileRows<R> rows = new FileRows<>(files, opening);
        return StreamSupport.stream(rows, false).onClose(rows::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        while (true) {
            Spliterator<R> current = rows;
            if (current != null && current.tryAdvance(action)) {
                return true;
            }
            close();
            if (!files.hasNext()) {
                return false;
            }
            next(files.next());
        }
    }

    private void next(DataFile file) {
        try {
            Stream<R> stream = opening.of(file);
            open = stream;
            rows = stream.spliterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() {
        Stream<R> current = open;
        open = null;
        rows = null;
        if (current != null) {
            current.close();
        }
    }
}
