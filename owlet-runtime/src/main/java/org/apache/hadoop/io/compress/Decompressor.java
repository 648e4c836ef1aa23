package org.apache.hadoop.io.compress;

import java.io.IOException;

/** Stand-in for Hadoop's class of this name: what parquet-java and delta-kernel-defaults link against, and no more. */
public interface Decompressor {
    void setInput(byte[] bytes, int offset, int length);

    boolean needsInput();

    void setDictionary(byte[] bytes, int offset, int length);

    boolean needsDictionary();

    boolean finished();

    int decompress(byte[] bytes, int offset, int length) throws IOException;

    int getRemaining();

    void reset();

    void end();
}
