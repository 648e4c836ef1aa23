package dev.owlet.runtime.delta;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.OutputFile;

/** One Parquet file as it is written, in memory. */
final class ParquetOutput<R> implements Closeable {
    /** Below this number of rows compression saves next to nothing, and loading the codec costs time. */
    private static final int WORTH_COMPRESSING = 1000;

    /** A look-up decompresses one page a column: small ones are found sooner, large ones take less room. */
    private static final int ROWS_A_PAGE = 10_000;

    private static final int BYTES_A_PAGE = 128 * 1024;

    /** The unit that readers hold in memory, and that a bloom filter speaks of. */
    private static final int ROWS_A_GROUP = 128 * 1024;

    private static final long BYTES_A_GROUP = 32L * 1024 * 1024;

    /** Long texts are cut in the footer too, as they are in the log. */
    private static final int BYTES_A_BOUND = 128;

    /** So a full row group's filter takes a byte a value; a third as much in vain would take twice that. */
    private static final double FALSE_POSITIVES = 0.026;

    private final MemoryFile memory = new MemoryFile();
    private final ParquetWriter<R> writer;

    /**
     * @param rows about how many there will be
     * @param blooms columns that get bloom filters, by Parquet's path
     * @param distinct columns that have every value once, so that a dictionary of them would be in vain
     */
    ParquetOutput(WriteSupport<R> support, int rows, Set<String> blooms, Set<String> distinct) throws IOException {
        Builder<R> builder = new Builder<>(memory, support)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs())
                .withCompressionCodec(codec(rows))
                .withWriterVersion(WriterVersion.PARQUET_1_0)
                .withPageRowCountLimit(ROWS_A_PAGE)
                .withPageSize(BYTES_A_PAGE)
                .withRowGroupRowCountLimit(ROWS_A_GROUP)
                .withRowGroupSize(BYTES_A_GROUP)
                .withStatisticsTruncateLength(BYTES_A_BOUND)
                .withSizeStatisticsEnabled(false); // no engine reads them yet
        for (String path : blooms) {
            builder.withBloomFilterNDV(path, Math.min(rows, ROWS_A_GROUP)).withBloomFilterFPP(path, FALSE_POSITIVES);
        }
        for (String path : distinct) {
            builder.withDictionaryEncoding(path, false);
        }
        writer = builder.build();
    }

    private static CompressionCodecName codec(int rows) {
        return rows < WORTH_COMPRESSING ? CompressionCodecName.UNCOMPRESSED : CompressionCodecName.ZSTD;
    }

    void write(R row) throws IOException {
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** The file, once closed. */
    byte[] bytes() {
        return memory.bytes();
    }

    /** Its footer, once closed. */
    ParquetMetadata footer() {
        return writer.getFooter();
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
        private final WriteSupport<R> support;

        Builder(OutputFile file, WriteSupport<R> support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract, or its counterpart falls back on it
        protected WriteSupport<R> getWriteSupport(Configuration configuration) {
            return support;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
            return support;
        }
    }
}
