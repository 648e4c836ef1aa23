package org.apache.hadoop.io.compress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Stand-in for Hadoop's class of this name: what parquet-java and delta-kernel-defaults link against, and no more. */
public interface CompressionCodec {
    CompressionOutputStream createOutputStream(OutputStream out) throws IOException;

    CompressionOutputStream createOutputStream(OutputStream out, Compressor compressor) throws IOException;

    Class<? extends Compressor> getCompressorType();

    Compressor createCompressor();

    CompressionInputStream createInputStream(InputStream in) throws IOException;

    CompressionInputStream createInputStream(InputStream in, Decompressor decompressor) throws IOException;

    Class<? extends Decompressor> getDecompressorType();

    Decompressor createDecompressor();

    String getDefaultExtension();
}
