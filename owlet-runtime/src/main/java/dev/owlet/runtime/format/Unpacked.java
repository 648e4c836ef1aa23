package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.UnreadableFileException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;

/**
 * What comes out of a packed file, within bounds: a few kilobytes can hold gigabytes of nothing, which would cost hours and
 * fill disks. Real tables shrink to a twentieth; what shrinks a hundred times as far is refused once it is not small.
 */
final class Unpacked extends FilterInputStream {
    /** Most bytes that come out of one file. */
    static final long MAX_BYTES = 8L << 30;

    /** How many times as large as the packed file it may be. */
    static final int MAX_RATIO = 200;

    /** Up to here anything goes, in bytes. */
    private static final long SMALL = 64L << 20;

    private final String wrapper;
    private final LongSupplier packed;
    private final long promised;
    private long count;

    /**
     * @param wrapper what it came out of, for people
     * @param packed bytes that went in so far
     * @param promised bytes that come out at most, as the packed file says; more are not taken
     */
    Unpacked(InputStream in, String wrapper, LongSupplier packed, long promised) {
        super(in);
        this.wrapper = wrapper;
        this.packed = packed;
        this.promised = promised;
    }

    /** Refuses by what a packed file says of itself, before anything of it is read. */
    static void requireWithin(String wrapper, long packed, long promised) {
        if (promised > SMALL && promised / MAX_RATIO > packed) {
            throw bomb(wrapper);
        }
    }

    private static UnreadableFileException bomb(String wrapper) {
        return new UnreadableFileException("The " + wrapper + " file unpacks to more than " + MAX_RATIO
                + " times its size. No table does; it is refused, unread.");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n;
        try {
            n = super.read(buffer, offset, length);
        } catch (EOFException e) {
            throw new UnreadableFileException(
                    "The " + wrapper + " file ends in the middle; it may not have been copied as a whole.", e);
        } catch (ZipException e) {
            throw new UnreadableFileException("The " + wrapper + " file is damaged and cannot be unpacked.", e);
        }
        count += Math.max(n, 0);
        if (count > MAX_BYTES) {
            throw new UnreadableFileException("The " + wrapper + " file unpacks to more than " + (MAX_BYTES >> 30)
                    + " GB, which is more than one upload can hold.");
        }
        if (count > SMALL && count / MAX_RATIO > packed.getAsLong()) {
            throw bomb(wrapper);
        }
        if (count > promised) {
            throw new UnreadableFileException("The " + wrapper + " file unpacks to more than it says; it is damaged.");
        }
        return n;
    }

    /** By reading, so that what is passed over is counted too. */
    @Override
    public long skip(long wanted) throws IOException {
        byte[] buffer = new byte[(int) Math.min(1 << 16, Math.max(1, wanted))];
        return wanted <= 0 ? 0 : Math.max(0, read(buffer, 0, (int) Math.min(buffer.length, wanted)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
