package dev.owlet.runtime.store;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An object that is written piece by piece, so that memory does not grow with it. Nobody sees it before {@link #commit};
 * closed without that, nothing of it stays. Not thread-safe.
 */
public abstract class ObjectOutput extends OutputStream {
    /**
     * The object is whole from here on, and durable.
     *
     * @throws java.nio.file.FileAlreadyExistsException when it was to be created only, and is there
     */
    public abstract void commit() throws IOException;

    @Override
    public final void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public abstract void write(byte[] bytes, int from, int length) throws IOException;

    @Override
    public abstract void close() throws IOException;
}
