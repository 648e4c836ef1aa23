package dev.owlet.runtime.delta;

import java.io.IOException;

/** Bytes of a file that is no object of the store. */
@FunctionalInterface
public interface RangedBytes {
    /** {@code length} bytes from {@code from} on; fewer when the file ends before that. */
    byte[] read(long from, int length) throws IOException;
}
