package org.apache.hadoop.io.compress;

import java.io.IOException;
import java.io.InputStream;

/** Stand-in for Hadoop's class of this name: pulls bytes through a decompressor. */
public class DecompressorStream extends CompressionInputStream {
    protected final Decompressor decompressor;
    protected final byte[] buffer;

    public DecompressorStream(InputStream in, Decompressor decompressor, int bufferSize) throws IOException {
        super(in);
        this.decompressor = decompressor;
        buffer = new byte[bufferSize];
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return length == 0 ? 0 : decompress(bytes, offset, length);
    }

    protected int decompress(byte[] bytes, int offset, int length) throws IOException {
        int read = decompressor.decompress(bytes, offset, length);
        while (read == 0) {
            if (decompressor.finished() || decompressor.needsDictionary() || !feed()) {
                return -1;
            }
            read = decompressor.decompress(bytes, offset, length);
        }
        return read;
    }

    /** False at the end of the compressed bytes. */
    private boolean feed() throws IOException {
        if (decompressor.needsInput()) {
            int read = getCompressedData();
            if (read == -1) {
                return false;
            }
            decompressor.setInput(buffer, 0, read);
        }
        return true;
    }

    protected int getCompressedData() throws IOException {
        return in.read(buffer, 0, buffer.length);
    }

    @Override
    public void resetState() {
        decompressor.reset();
    }
}
