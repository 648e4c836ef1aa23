package org.apache.hadoop.io.compress;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Stand-in for Hadoop's class of this name: what parquet-java and delta-kernel-defaults link against, and no more. */
public interface DirectDecompressor {
    void decompress(ByteBuffer source, ByteBuffer target) throws IOException;
}
