package dev.owlet.runtime.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * {@link Fingerprint}s by number, in a temporary file: 16 bytes each, zeros where there is none. First all are added, then
 * they are read. Not thread-safe.
 */
final class PrintLog implements Closeable {
    private static final int BYTES = 16;

    /** One mapping of a file has no more bytes than an int counts. */
    static final int MAX = Integer.MAX_VALUE / BYTES;

    private final FileChannel file;
    private final ByteBuffer pending = ByteBuffer.allocateDirect(64 * 1024);
    private @Nullable LongBuffer mapped;
    private int size;

    PrintLog() throws IOException {
        Path path = Files.createTempFile("owlet-keys", ".bin");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    void add(Fingerprint print) throws IOException {
        add(print.high(), print.low());
    }

    void addNone() throws IOException {
        add(0, 0);
    }

    private void add(long high, long low) throws IOException {
        if (!pending.hasRemaining()) {
            flush();
        }
        pending.putLong(high).putLong(low);
        size++;
    }

    private void flush() throws IOException {
        pending.flip();
        while (pending.hasRemaining()) {
            file.write(pending);
        }
        pending.clear();
    }

    int size() {
        return size;
    }

    long high(int number) {
        return all().get(2 * number);
    }

    /** Zero when there is none. */
    long low(int number) {
        return all().get(2 * number + 1);
    }

    boolean same(int a, int b) {
        return high(a) == high(b) && low(a) == low(b);
    }

    private LongBuffer all() {
        LongBuffer known = mapped;
        if (known == null) {
            try {
                flush();
                known = file.map(FileChannel.MapMode.READ_ONLY, 0, (long) size * BYTES)
                        .asLongBuffer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            mapped = known;
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        mapped = null;
        file.close();
    }
}
