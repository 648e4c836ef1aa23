package dev.owlet.runtime.delta;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.filter2.columnindex.RowRanges;

/**
 * Rows of one row group, by position. Parquet-java picks rows by the pages of an index; this is an index of pages that
 * begin and end where a run of wanted rows does.
 */
final class RowPositions implements OffsetIndex {
    private final long rows;
    private final List<Long> starts = new ArrayList<>();
    private final BitSet wanted = new BitSet();

    private RowPositions(BitSet positions, long rows) {
        this.rows = rows;
        for (int from = positions.nextSetBit(0); from >= 0; ) {
            int to = positions.nextClearBit(from);
            add(from, to);
            from = positions.nextSetBit(to);
        }
    }

    /**
     * Ranges of at least these rows. Parquet-java 1.16 takes a column for read to its end as soon as it knows which row
     * is the last one, before it has turned to that row's page, and then gives another row's value. It does not when the
     * row before the last one is read too.
     *
     * @param positions of rows in the group; at least one
     * @param rows how many the group has
     */
    static RowRanges ranges(BitSet positions, long rows) {
        BitSet read = (BitSet) positions.clone();
        read.set(Math.max(0, positions.length() - 2));
        RowPositions index = new RowPositions(read, rows);
        return RowRanges.create(rows, index.wanted.stream().iterator(), index);
    }

    private void add(int from, int to) {
        if (starts.isEmpty() && from > 0) {
            starts.add(0L);
        }
        wanted.set(starts.size());
        starts.add((long) from);
        if (to < rows) {
            starts.add((long) to);
        }
    }

    @Override
    public int getPageCount() {
        return starts.size();
    }

    @Override
    public long getFirstRowIndex(int page) {
        return starts.get(page);
    }

    @Override
    public long getOffset(int page) {
        throw new UnsupportedOperationException("rows, not bytes");
    }

    @Override
    public int getCompressedPageSize(int page) {
        throw new UnsupportedOperationException("rows, not bytes");
    }
}
