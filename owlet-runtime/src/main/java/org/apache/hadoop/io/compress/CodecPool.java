package org.apache.hadoop.io.compress;

import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** Stand-in for Hadoop's class of this name; it pools nothing: snappy's codecs are cheap to make. */
public class CodecPool {
    private CodecPool() {}

    public static Compressor getCompressor(CompressionCodec codec) {
        return codec.createCompressor();
    }

    public static Compressor getCompressor(CompressionCodec codec, Configuration configuration) {
        return codec.createCompressor();
    }

    public static Decompressor getDecompressor(CompressionCodec codec) {
        return codec.createDecompressor();
    }

    public static void returnCompressor(@Nullable Compressor compressor) {
        if (compressor != null) {
            compressor.end();
        }
    }

    public static void returnDecompressor(@Nullable Decompressor decompressor) {
        if (decompressor != null) {
            decompressor.end();
        }
    }
}
