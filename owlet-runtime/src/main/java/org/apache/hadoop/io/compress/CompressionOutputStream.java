package org.apache.hadoop.io.compress;

import java.io.IOException;
import java.io.OutputStream;

/** Stand-in for Hadoop's class of this name: what parquet-java and delta-kernel-defaults link against, and no more. */
public abstract class CompressionOutputStream extends OutputStream {
    protected final OutputStream out;

    protected CompressionOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void close() throws IOException {
        finish();
        out.close();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public abstract void write(byte[] bytes, int offset, int length) throws IOException;

    public abstract void finish() throws IOException;

    public abstract void resetState() throws IOException;
}
