package dev.owlet.runtime.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The bytes of one file, wherever it lies. They do not change while it is read. Implementations are thread-safe.
 */
public interface FileSource {
    /** The name it was handed in under, such as {@code sightings.csv}; tells no more than what kind of file it may be. */
    String name();

    /** In bytes. */
    long size();

    /** All bytes from the first on; each call starts anew. Whoever opens a stream closes it. */
    InputStream open() throws IOException;

    /**
     * Some bytes.
     *
     * @param from not negative
     * @param length at least 1
     * @return {@code length} bytes, fewer when the file ends before that
     */
    byte[] read(long from, int length) throws IOException;

    /** A file on this machine, under its own name. */
    static FileSource of(Path path) throws IOException {
        return LocalFile.of(path);
    }
}
