package dev.owlet.runtime.delta;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * The codecs of Parquet's pages, all in Java: no native library is unpacked and loaded. Not thread-safe, as parquet-java
 * makes one of each for every file that it reads or writes.
 */
final class Codecs implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new Compressor(codec, PageCodec.of(codec));
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new Decompressor(PageCodec.of(codec));
    }

    @Override
    public void release() {}

    private record Compressor(CompressionCodecName codec, PageCodec pages) implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return pages.compress(bytes);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public void release() {}
    }

    private record Decompressor(PageCodec pages) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return pages.decompress(bytes, size);
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int size) throws IOException {
            ByteBuffer compressed = input.duplicate();
            compressed.limit(compressed.position() + compressedSize);
            output.put(PageCodec.array(decompress(BytesInput.from(compressed), size)));
            input.position(input.position() + compressedSize);
        }

        @Override
        public void release() {}
    }
}
