package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.UnreadableFileException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What is in a gzip file (RFC 1952). */
record Gunzipped(FileSource packed) implements Inner {
    private static final int BUFFER = 1 << 16;

    @Override
    public String name() {
        String name = packed.name();
        return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
    }

    @Override
    public InputStream open() throws IOException {
        Counted counted = new Counted(packed.open());
        try {
            return new Unpacked(new GZIPInputStream(counted, BUFFER), "gzip", () -> counted.count, Unpacked.MAX_BYTES);
        } catch (EOFException | ZipException e) {
            counted.close();
            throw new UnreadableFileException("The gzip file is damaged and cannot be unpacked.", e);
        }
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
