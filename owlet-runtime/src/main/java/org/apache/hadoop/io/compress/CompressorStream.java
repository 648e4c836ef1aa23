package org.apache.hadoop.io.compress;

import java.io.IOException;
import java.io.OutputStream;

/** Stand-in for Hadoop's class of this name: pumps bytes through a compressor. */
public class CompressorStream extends CompressionOutputStream {
    protected final Compressor compressor;
    protected final byte[] buffer;
    protected boolean closed;

    public CompressorStream(OutputStream out, Compressor compressor, int bufferSize) {
        super(out);
        this.compressor = compressor;
        buffer = new byte[bufferSize];
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0) {
            compressor.setInput(bytes, offset, length);
            while (!compressor.needsInput()) {
                compress();
            }
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    protected void compress() throws IOException {
        int length = compressor.compress(buffer, 0, buffer.length);
        if (length > 0) {
            out.write(buffer, 0, length);
        }
    }

    @Override
    public void finish() throws IOException {
        compressor.finish();
        while (!compressor.finished()) {
            compress();
        }
    }

    @Override
    public void resetState() {
        compressor.reset();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            super.close();
        }
    }
}
