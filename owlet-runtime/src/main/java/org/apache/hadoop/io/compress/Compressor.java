package org.apache.hadoop.io.compress;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** Stand-in for Hadoop's class of this name: what parquet-java and delta-kernel-defaults link against, and no more. */
public interface Compressor {
    void setInput(byte[] bytes, int offset, int length);

    boolean needsInput();

    void setDictionary(byte[] bytes, int offset, int length);

    long getBytesRead();

    long getBytesWritten();

    void finish();

    boolean finished();

    int compress(byte[] bytes, int offset, int length) throws IOException;

    void reset();

    void end();

    void reinit(Configuration configuration);
}
