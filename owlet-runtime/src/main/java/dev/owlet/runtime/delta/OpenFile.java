package dev.owlet.runtime.delta;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.schema.MessageType;

/** A data file whose footer is known. Not thread-safe. */
final class OpenFile {
    private final StoredBytes bytes;
    private final Footer footer;

    OpenFile(StoredBytes bytes, Footer footer) {
        this.bytes = bytes;
        this.footer = footer;
        footer.describe(bytes);
    }

    FileMetaData metadata() {
        return footer.metadata().getFileMetaData();
    }

    MessageType schema() {
        return metadata().getSchema();
    }

    Map<String, String> properties() {
        return metadata().getKeyValueMetaData();
    }

    int rows() {
        List<BlockMetaData> groups = footer.metadata().getBlocks();
        return Math.toIntExact(
                groups.stream().mapToLong(BlockMetaData::getRowCount).sum());
    }

    <R> RowScan<R> all(RowAssembly<R> assembly) throws IOException {
        return passing(assembly, FilterCompat.NOOP);
    }

    /** At least the rows that pass. */
    <R> RowScan<R> passing(RowAssembly<R> assembly, FilterCompat.Filter filter) throws IOException {
        return scan(assembly, filter, RowSelection.passing(filter, assembly.columns(schema())));
    }

    /** Exactly the rows at these positions. */
    <R> RowScan<R> at(RowAssembly<R> assembly, BitSet positions) throws IOException {
        return scan(assembly, FilterCompat.NOOP, RowSelection.at(positions));
    }

    private <R> RowScan<R> scan(RowAssembly<R> assembly, FilterCompat.Filter filter, RowSelection selection)
            throws IOException {
        // row groups are ruled out by bounds and bloom filters: a dictionary costs a request a column
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs())
                .withRecordFilter(filter)
                .useDictionaryFilter(false)
                .withUseHadoopVectoredIo(true)
                .build();
        ParquetFileReader reader = ParquetFileReader.open(bytes, footer.metadata(), options, bytes.newStream());
        MessageType columns = assembly.columns(schema());
        return new RowScan<>(reader, columns, assembly.materializer(columns), selection);
    }
}
