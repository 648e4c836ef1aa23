package dev.owlet.runtime.delta;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.internal.hadoop.metadata.IndexReference;

/**
 * What stands at the end of a file: its schema, where its pages are, and their indexes, as bytes. Immutable.
 *
 * @param pieces the bytes that were fetched to read it, which hold the indexes
 */
record Footer(ParquetMetadata metadata, List<StoredBytes.Piece> pieces) {
    /** The last bytes of a file, fetched at once; the footer and the indexes of a million rows fit. */
    private static final int TAIL = 128 * 1024;

    /** What the objects of a footer weigh for each of its bytes, roughly. */
    private static final int GROWTH = 8;

    /** Fetches, and looks closer at, the end of a file. */
    static Footer read(StoredBytes file) throws IOException {
        long length = file.getLength();
        if (file.pieces().isEmpty()) {
            file.fetch(Math.max(0, length - TAIL), length);
        }
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        ParquetMetadata metadata = ParquetFileReader.readFooter(file, options, file.newStream());
        requireWithin(metadata, length);
        fetchIndexes(metadata, file);
        return new Footer(metadata, file.pieces());
    }

    /** All places lie in the file, so that a broken footer cannot ask for more memory than the file has bytes. */
    private static void requireWithin(ParquetMetadata metadata, long length) throws IOException {
        long rows = 0;
        for (BlockMetaData group : metadata.getBlocks()) {
            rows = Math.addExact(rows, within(group.getRowCount(), Integer.MAX_VALUE));
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                within(chunk.getStartingPos(), length);
                within(chunk.getTotalSize(), length - chunk.getStartingPos());
                requireWithin(chunk.getColumnIndexReference(), length);
                requireWithin(chunk.getOffsetIndexReference(), length);
            }
        }
        within(rows, Integer.MAX_VALUE);
    }

    private static void requireWithin(IndexReference index, long length) throws IOException {
        if (index != null) {
            within(index.getOffset(), length);
            within(index.getLength(), length - index.getOffset());
        }
    }

    private static long within(long number, long most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException("its footer names " + number + " where at most " + most + " can be");
        }
        return number;
    }

    /** The page indexes lie together before the footer; a large file's may not have come with it. */
    private static void fetchIndexes(ParquetMetadata metadata, StoredBytes file) throws IOException {
        long known =
                file.pieces().stream().mapToLong(StoredBytes.Piece::from).min().orElse(0);
        long from = known;
        long to = 0;
        for (BlockMetaData group : metadata.getBlocks()) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                for (IndexReference index :
                        new IndexReference[] {chunk.getColumnIndexReference(), chunk.getOffsetIndexReference()}) {
                    if (index != null && index.getOffset() < known) {
                        from = Math.min(from, index.getOffset());
                        to = Math.max(to, index.getOffset() + index.getLength());
                    }
                }
            }
        }
        if (from < to) {
            file.fetch(from, to);
        }
    }

    /** Tells a file what of it is read together: each bloom filter. */
    void describe(StoredBytes file) {
        for (BlockMetaData group : metadata.getBlocks()) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                if (chunk.getBloomFilterOffset() > 0 && chunk.getBloomFilterLength() > 0) {
                    file.together(chunk.getBloomFilterOffset(), chunk.getBloomFilterLength());
                }
            }
        }
    }

    /** Roughly, in bytes of memory. */
    long weight() {
        return GROWTH * pieces.stream().mapToLong(piece -> piece.bytes().length).sum();
    }
}
