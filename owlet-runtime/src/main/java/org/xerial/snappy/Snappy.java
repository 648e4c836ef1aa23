package org.xerial.snappy;

import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What parquet-java calls of snappy-java where delta-kernel writes checkpoints, which takes no codec of ours. In Java, so
 * that no native library is unpacked and loaded. With snappy-java's own jar on the class path, either serves.
 */
public final class Snappy {
    private static final int MAX_VARINT = 5;

    private Snappy() {}

    public static int maxCompressedLength(int length) {
        return new SnappyCompressor().maxCompressedLength(length);
    }

    /** Compresses what is between a buffer's position and its limit; sets the other buffer's limit to what it wrote. */
    public static int compress(ByteBuffer plain, ByteBuffer compressed) {
        ByteBuffer out = compressed.duplicate();
        new SnappyCompressor().compress(plain.duplicate(), out);
        return written(compressed, out);
    }

    /** The other way round. */
    public static int uncompress(ByteBuffer compressed, ByteBuffer plain) {
        ByteBuffer out = plain.duplicate();
        new SnappyDecompressor().decompress(compressed.duplicate(), out);
        return written(plain, out);
    }

    private static int written(ByteBuffer buffer, ByteBuffer after) {
        int length = after.position() - buffer.position();
        buffer.limit(after.position());
        return length;
    }

    /** How long the text is that was compressed: it says so first, seven bits a byte. */
    public static int uncompressedLength(ByteBuffer compressed) throws IOException {
        long length = 0;
        for (int i = 0; i < Math.min(MAX_VARINT, compressed.remaining()); i++) {
            byte b = compressed.get(compressed.position() + i);
            length |= (long) (b & 0x7f) << 7 * i;
            if (b >= 0 && length <= Integer.MAX_VALUE) {
                return (int) length;
            }
        }
        throw new IOException("compressed bytes do not begin with their length");
    }
}
