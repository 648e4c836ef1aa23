package dev.owlet.runtime.delta;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import java.util.PrimitiveIterator;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one file, one after the other, with where they stand: those that a condition does not rule out, or those at
 * given positions. One row group is in memory at a time, and of it only the pages and columns that are needed. Not
 * thread-safe.
 */
final class RowScan<R> implements Closeable {
    private final ParquetFileReader reader;
    private final MessageColumnIO columns;
    private final RecordMaterializer<R> materializer;
    private final RowSelection selection;
    private BitSet wanted = new BitSet();
    private int nextGroup;
    private @Nullable PageReadStore group;
    private @Nullable RecordReader<R> records;
    private PrimitiveIterator.@Nullable OfLong indexes;
    private long first;
    private long read;
    private long position = -1;

    /**
     * @param columns what is read
     * @param selection of the rows of each group that the reader's own filter leaves
     */
    RowScan(ParquetFileReader reader, MessageType columns, RecordMaterializer<R> materializer, RowSelection selection) {
        MessageType schema = reader.getFileMetaData().getSchema();
        this.reader = reader;
        this.columns = new ColumnIOFactory(reader.getFileMetaData().getCreatedBy()).getColumnIO(columns, schema, true);
        this.materializer = materializer;
        this.selection = selection;
        reader.setRequestedSchema(columns);
    }

    /** The next row; null after the last one. */
    @Nullable
    R next() throws IOException {
        while (advance()) {
            R row = records().read();
            if (wanted.get(Math.toIntExact(position - first))) {
                return row;
            }
        }
        return null;
    }

    /** Where the row that was read last stands in the file, from 0. */
    int position() {
        return Math.toIntExact(position);
    }

    private RecordReader<R> records() {
        RecordReader<R> current = records;
        if (current == null) {
            throw new IllegalStateException("no row group was read");
        }
        return current;
    }

    private boolean advance() throws IOException {
        PageReadStore current = group;
        while (current == null || read == current.getRowCount()) {
            current = nextGroup();
            if (current == null) {
                return false;
            }
        }
        PrimitiveIterator.OfLong rows = indexes;
        position = first + (rows == null ? read : rows.nextLong());
        read++;
        return true;
    }

    private @Nullable PageReadStore nextGroup() throws IOException {
        release();
        while (group == null && nextGroup < reader.getRowGroups().size()) {
            start(nextGroup++);
        }
        return group;
    }

    private void start(int index) throws IOException {
        BlockMetaData metadata = reader.getRowGroups().get(index);
        wanted = selection.of(reader, index);
        if (wanted.isEmpty()) {
            return;
        }
        boolean some = wanted.cardinality() < metadata.getRowCount() && hasIndexes(metadata);
        PageReadStore next = some
                ? reader.readFilteredRowGroup(index, RowPositions.ranges(wanted, metadata.getRowCount()))
                : reader.readRowGroup(index);
        group = next;
        read = 0;
        first = metadata.getRowIndexOffset();
        indexes = next.getRowIndexes().orElse(null);
        records = columns.getRecordReader(next, materializer, FilterCompat.NOOP);
    }

    /** Whether the row group says where its pages are; files of older writers do not. */
    private static boolean hasIndexes(BlockMetaData group) {
        return group.getColumns().stream().allMatch(chunk -> chunk.getOffsetIndexReference() != null);
    }

    private void release() {
        PageReadStore current = group;
        if (current != null) {
            current.close();
        }
        group = null;
        records = null;
    }

    @Override
    public void close() throws IOException {
        release();
        reader.close();
    }
}
