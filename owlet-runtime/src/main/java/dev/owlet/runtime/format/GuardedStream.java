package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.UnreadableFileException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Keeps a parser from filling the memory with one thing: between two marks of progress so many bytes may be read. */
final class GuardedStream extends FilterInputStream {
    private final long most;
    private final String refusal;
    private long since;

    /** @param refusal sentence for a file that has more in one piece */
    GuardedStream(InputStream in, long most, String refusal) {
        super(in);
        this.most = most;
        this.refusal = refusal;
    }

    /** The parser has given out what it read. */
    void progress() {
        since = 0;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        count(n);
        return n;
    }

    private void count(int n) {
        since += Math.max(n, 0);
        if (since > most) {
            throw new UnreadableFileException(refusal);
        }
    }

    @Override
    public long skip(long wanted) throws IOException {
        long n = super.skip(wanted);
        since += n;
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
