package dev.owlet.runtime.delta;

import io.airlift.compress.Compressor;
import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Compresses and decompresses pages of one codec. */
interface PageCodec {
    BytesInput compress(BytesInput bytes) throws IOException;

    /** @param size that the page's header gives; a page of another one is broken */
    BytesInput decompress(BytesInput bytes, int size) throws IOException;

    /** @throws IllegalArgumentException for codecs that no engine writes unasked, and that need native code */
    static PageCodec of(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Plain();
            case SNAPPY -> new Packed(new SnappyCompressor(), new SnappyDecompressor(), 64);
            case LZ4_RAW -> new Packed(new Lz4Compressor(), new Lz4Decompressor(), 256);
            case ZSTD -> new Packed(new ZstdCompressor(), new ZstdDecompressor(), 64 * 1024);
            case GZIP -> new Gzip();
            case LZ4, LZO, BROTLI ->
                throw new IllegalArgumentException("it is compressed with " + codec
                        + ", which is not read here; write it with ZSTD, SNAPPY, GZIP or LZ4_RAW");
        };
    }

    static byte[] array(BytesInput bytes) throws IOException {
        ByteArrayOutputStream array = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
        bytes.writeAllTo(array);
        return array.toByteArray();
    }

    /** So that a broken header cannot ask for more memory than the bytes could ever become. */
    private static byte[] page(long compressed, int size, int mostRatio) throws IOException {
        if (size < 0 || size > (compressed + 16) * mostRatio) {
            throw new IOException("a page of " + compressed + " bytes cannot hold " + size);
        }
        return new byte[size];
    }

    /** Nothing to do. */
    final class Plain implements PageCodec {
        @Override
        public BytesInput compress(BytesInput bytes) {
            return bytes;
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) {
            return bytes;
        }
    }

    /**
     * Codecs of aircompressor.
     *
     * @param mostRatio how many times as long as its compressed form a page can be
     */
    record Packed(Compressor compressor, Decompressor decompressor, int mostRatio) implements PageCodec {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            byte[] plain = array(bytes);
            byte[] out = new byte[compressor.maxCompressedLength(plain.length)];
            int length = compressor.compress(plain, 0, plain.length, out, 0, out.length);
            return BytesInput.from(out, 0, length);
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            byte[] compressed = array(bytes);
            byte[] plain = page(compressed.length, size, mostRatio);
            try {
                int length = decompressor.decompress(compressed, 0, compressed.length, plain, 0, plain.length);
                if (length != size) {
                    throw new IOException("a page has " + length + " bytes, not " + size);
                }
            } catch (MalformedInputException | IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new IOException("a page cannot be decompressed: " + e.getMessage(), e);
            }
            return BytesInput.from(plain);
        }
    }

    /** The JDK's. */
    final class Gzip implements PageCodec {
        private static final int MOST_RATIO = 1100;

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                bytes.writeAllTo(gzip);
            }
            return BytesInput.from(out.toByteArray());
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            byte[] compressed = array(bytes);
            byte[] plain = page(compressed.length, size, MOST_RATIO);
            try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
                if (gzip.readNBytes(plain, 0, size) != size || gzip.read() >= 0) {
                    throw new IOException("a page has other than " + size + " bytes");
                }
            }
            return BytesInput.from(plain);
        }
    }
}
