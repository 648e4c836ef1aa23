package dev.owlet.runtime.format;

import java.io.IOException;
import java.io.InputStream;

/** A file in another, which can only be read from its first byte on. */
interface Inner extends FileSource {
    /** Not known before all of it is read. */
    @Override
    default long size() {
        return Long.MAX_VALUE;
    }

    @Override
    default byte[] read(long from, int length) throws IOException {
        try (InputStream bytes = open()) {
            bytes.skipNBytes(from);
            return bytes.readNBytes(length);
        }
    }
}
