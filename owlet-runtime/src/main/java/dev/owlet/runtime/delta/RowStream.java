package dev.owlet.runtime.delta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a scan as a stream, which ends the scan when it is closed or has given its last row. */
final class RowStream<R> extends Spliterators.AbstractSpliterator<R> {
    private final RowScan<R> scan;
    private final Function<Exception, IOException> fault;

    /** @param fault what to throw, wrapped, for what the scan throws */
    RowStream(RowScan<R> scan, Function<Exception, IOException> fault) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.scan = scan;
        this.fault = fault;
    }

    Stream<R> stream() {
        return StreamSupport.stream(this, false).onClose(this::end);
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        R row = next();
        if (row == null) {
            end();
            return false;
        }
        action.accept(row);
        return true;
    }

    private R next() {
        try {
            return scan.next();
        } catch (IOException | RuntimeException e) {
            throw new UncheckedIOException(fault.apply(e));
        }
    }

    private void end() {
        try {
            scan.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
