package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.ObjectStore;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.ParquetFileRange;
import org.apache.parquet.io.SeekableInputStream;

/**
 * One object as Parquet-java reads it: by ranges, few and large. Of what is read piece by piece (the footer, indexes,
 * filters) each range is fetched once and kept; pages are handed on. Not thread-safe.
 */
final class StoredBytes implements InputFile {
    /** Two ranges so close are fetched as one: a request to S3 costs what the transfer of such a gap does. */
    private static final int GAP = 256 * 1024;

    /** Least number of bytes that a request for a piece fetches. */
    private static final int PIECE = 16 * 1024;

    private final Source source;
    private final String key;
    private final long length;
    private final List<Piece> pieces = new ArrayList<>();
    private final NavigableMap<Long, Integer> extents = new TreeMap<>();

    /** Consecutive bytes of the object, and where they start. */
    record Piece(long from, byte[] bytes) {
        boolean holds(long position) {
            return position >= from && position < from + bytes.length;
        }
    }

    /** @param length of the object, as the log says */
    StoredBytes(ObjectStore store, String key, long length) {
        this(key, length, store::get);
    }

    private StoredBytes(String key, long length, Source source) {
        this.key = key;
        this.length = length;
        this.source = source;
    }

    /** A file that lies elsewhere. */
    static StoredBytes of(String name, long length, RangedBytes bytes) {
        return new StoredBytes(name, length, (key, from, count) -> bytes.read(from, count));
    }

    /** An object that was fetched as a whole. */
    static StoredBytes of(String key, byte[] bytes) {
        StoredBytes whole = new StoredBytes(key, bytes.length, (name, from, length) -> bytes);
        whole.pieces.add(new Piece(0, bytes));
        return whole;
    }

    private interface Source {
        byte[] get(String key, long from, int length) throws IOException;
    }

    @Override
    public long getLength() {
        return length;
    }

    @Override
    public SeekableInputStream newStream() {
        return new StoredStream(this);
    }

    /** What was fetched piece by piece so far. */
    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /** Takes what an earlier reader of the same object fetched. */
    void know(List<Piece> fetched) {
        pieces.addAll(fetched);
    }

    /** Says that these bytes are read together: who asks for one of them gets all in one request. */
    void together(long from, int size) {
        extents.put(from, size);
    }

    /** Bytes from {@code from} to {@code to}, kept from now on. */
    void fetch(long from, long to) throws IOException {
        pieces.add(new Piece(from, get(from, to)));
    }

    /**
     * Copies bytes from {@code position} on.
     *
     * @return how many; -1 at the end
     */
    int read(long position, ByteBuffer target) throws IOException {
        if (position >= length) {
            return -1;
        }
        Piece piece = piece(position, target.remaining());
        int offset = Math.toIntExact(position - piece.from);
        int read = Math.min(target.remaining(), piece.bytes.length - offset);
        target.put(piece.bytes, offset, read);
        return read;
    }

    private Piece piece(long position, int wanted) throws IOException {
        for (Piece piece : pieces) {
            if (piece.holds(position)) {
                return piece;
            }
        }
        long end = position + Math.max(wanted, PIECE);
        var extent = extents.floorEntry(position);
        if (extent != null && position < extent.getKey() + extent.getValue()) {
            end = extent.getKey() + extent.getValue();
        }
        fetch(position, Math.min(end, length));
        return pieces.get(pieces.size() - 1);
    }

    /** Fetches ranges, neighbours by one request; nothing of them is kept here. */
    void read(List<ParquetFileRange> ranges) throws IOException {
        List<ParquetFileRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingLong(ParquetFileRange::getOffset));
        for (int from = 0; from < sorted.size(); ) {
            int to = from + 1;
            long end = end(sorted.get(from));
            while (to < sorted.size()
                    && sorted.get(to).getOffset() - end <= GAP
                    && end(sorted.get(to)) - sorted.get(from).getOffset() <= Integer.MAX_VALUE) {
                end = Math.max(end, end(sorted.get(to++)));
            }
            fill(sorted.subList(from, to), bytes(sorted.get(from).getOffset(), end));
            from = to;
        }
    }

    private static long end(ParquetFileRange range) {
        return range.getOffset() + range.getLength();
    }

    private static void fill(List<ParquetFileRange> ranges, Piece piece) {
        for (ParquetFileRange range : ranges) {
            int offset = Math.toIntExact(range.getOffset() - piece.from);
            ByteBuffer part =
                    ByteBuffer.wrap(piece.bytes, offset, range.getLength()).slice();
            range.setDataReadFuture(java.util.concurrent.CompletableFuture.completedFuture(part));
        }
    }

    private Piece bytes(long from, long to) throws IOException {
        for (Piece piece : pieces) {
            if (from >= piece.from && to <= piece.from + piece.bytes.length) {
                return piece;
            }
        }
        return new Piece(from, get(from, to));
    }

    private byte[] get(long from, long to) throws IOException {
        if (from < 0 || to > length || from >= to) {
            throw new EOFException("it has " + length + " bytes, and none from " + from + " to " + to);
        }
        byte[] bytes = source.get(key, from, Math.toIntExact(to - from));
        if (bytes.length != to - from) {
            throw new EOFException("it ends before byte " + to + ", though the log says that it has " + length);
        }
        return bytes;
    }

    @Override
    public String toString() {
        return key;
    }
}
