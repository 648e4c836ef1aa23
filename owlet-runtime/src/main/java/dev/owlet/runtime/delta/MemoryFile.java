package dev.owlet.runtime.delta;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file in memory: written and read as a whole, as an object store wants it. */
final class MemoryFile implements OutputFile {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    byte[] bytes() {
        return bytes.toByteArray();
    }

    @Override
    public PositionOutputStream create(long blockSize) {
        return new PositionOutputStream() {
            @Override
            public long getPos() {
                return bytes.size();
            }

            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public void write(byte[] source, int offset, int length) {
                bytes.write(source, offset, length);
            }
        };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
        return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    /** The other way round: bytes to read. */
    static InputFile of(byte[] bytes) {
        return new InputFile() {
            @Override
            public long getLength() {
                return bytes.length;
            }

            @Override
            public SeekableInputStream newStream() {
                return new BytesStream(bytes);
            }
        };
    }

    private static final class BytesStream extends DelegatingSeekableInputStream {
        private final byte[] bytes;
        private final Cursor cursor;

        BytesStream(byte[] bytes) {
            this(bytes, new Cursor(bytes));
        }

        private BytesStream(byte[] bytes, Cursor cursor) {
            super(cursor);
            this.bytes = bytes;
            this.cursor = cursor;
        }

        @Override
        public long getPos() {
            return (long) bytes.length - cursor.available();
        }

        @Override
        public void seek(long position) throws IOException {
            cursor.seek(Math.toIntExact(position));
        }
    }

    /** A byte array stream that can be moved. */
    private static final class Cursor extends ByteArrayInputStream {
        Cursor(byte[] bytes) {
            super(bytes);
        }

        void seek(int position) throws IOException {
            if (position > count) {
                throw new IOException("file ends at " + count + ", before " + position);
            }
            pos = position;
        }
    }
}
