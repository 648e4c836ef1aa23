package dev.owlet.runtime.delta;

import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.internal.filter2.columnindex.ColumnIndexFilter;
import org.apache.parquet.internal.filter2.columnindex.RowRanges;
import org.apache.parquet.schema.MessageType;

/** Which rows of a row group are read. */
interface RowSelection {
    /** Rows by their positions in the group. May be changed by the caller. */
    BitSet of(ParquetFileReader reader, int group);

    static BitSet every(BlockMetaData group) {
        BitSet rows = new BitSet();
        rows.set(0, Math.toIntExact(group.getRowCount()));
        return rows;
    }

    /** Those whose pages may hold a row that passes, by the bounds in the column indexes. */
    static RowSelection passing(FilterCompat.Filter filter, MessageType columns) {
        Set<ColumnPath> paths = columns.getPaths().stream().map(ColumnPath::get).collect(Collectors.toSet());
        return (reader, index) -> {
            BlockMetaData group = reader.getRowGroups().get(index);
            if (!FilterCompat.isFilteringRequired(filter)) {
                return every(group);
            }
            RowRanges ranges = ColumnIndexFilter.calculateRowRanges(
                    filter, reader.getColumnIndexStore(index), paths, group.getRowCount());
            BitSet rows = new BitSet();
            ranges.getRanges().forEach(range -> rows.set((int) range.from, (int) range.to + 1));
            return rows;
        };
    }

    /** @param positions in the whole file */
    static RowSelection at(BitSet positions) {
        return (reader, index) -> {
            BlockMetaData group = reader.getRowGroups().get(index);
            int first = Math.toIntExact(group.getRowIndexOffset());
            return positions.get(first, Math.toIntExact(first + group.getRowCount()));
        };
    }
}
