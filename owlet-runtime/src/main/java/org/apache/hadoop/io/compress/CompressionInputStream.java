package org.apache.hadoop.io.compress;

import java.io.IOException;
import java.io.InputStream;

/** Stand-in for Hadoop's class of this name: what parquet-java and delta-kernel-defaults link against, and no more. */
public abstract class CompressionInputStream extends InputStream {
    protected final InputStream in;

    protected CompressionInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    @Override
    public abstract int read(byte[] bytes, int offset, int length) throws IOException;

    public abstract void resetState() throws IOException;
}
