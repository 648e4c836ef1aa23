package dev.owlet.runtime.delta;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.io.ParquetFileRange;
import org.apache.parquet.io.SeekableInputStream;

/** A place in {@link StoredBytes}. */
final class StoredStream extends SeekableInputStream {
    private final StoredBytes bytes;
    private long position;

    StoredStream(StoredBytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public long getPos() {
        return position;
    }

    @Override
    public void seek(long target) {
        position = target;
    }

    @Override
    public int read() throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        return read(one) < 0 ? -1 : one.get(0) & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return read(ByteBuffer.wrap(target, offset, length));
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int read = target.hasRemaining() ? bytes.read(position, target) : 0;
        position += Math.max(read, 0);
        return read;
    }

    @Override
    public void readFully(byte[] target) throws IOException {
        readFully(ByteBuffer.wrap(target));
    }

    @Override
    public void readFully(byte[] target, int offset, int length) throws IOException {
        readFully(ByteBuffer.wrap(target, offset, length));
    }

    @Override
    public void readFully(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (read(target) < 0) {
                throw new EOFException("it ends at byte " + position);
            }
        }
    }

    @Override
    public boolean readVectoredAvailable(ByteBufferAllocator allocator) {
        return true;
    }

    @Override
    public void readVectored(List<ParquetFileRange> ranges, ByteBufferAllocator allocator) throws IOException {
        bytes.read(ranges);
    }
}
