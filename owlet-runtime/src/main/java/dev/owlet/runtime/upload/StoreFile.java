package dev.owlet.runtime.upload;

import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;

/** A file in the store, read in pieces of 8 MiB: one request of a bucket each. */
record StoreFile(ObjectStore store, String key, String name, long size) implements FileSource {
    private static final int PIECE = 8 << 20;

    @Override
    public InputStream open() {
        return new Pieces();
    }

    @Override
    public byte[] read(long from, int length) throws IOException {
        return store.get(key, from, length);
    }

    private final class Pieces extends InputStream {
        private byte[] piece = new byte[0];
        private int at;
        private long next;

        /** @return whether there is another byte */
        private boolean fill() throws IOException {
            if (at == piece.length && next < size) {
                piece = store.get(key, next, PIECE);
                at = 0;
                next += piece.length;
                if (piece.length == 0) {
                    throw new IOException("the file is shorter than " + size + " bytes");
                }
            }
            return at < piece.length;
        }

        @Override
        public int read() throws IOException {
            return fill() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, from, count);
            at += count;
            return count;
        }

        @Override
        public int available() {
            return piece.length - at;
        }
    }
}
