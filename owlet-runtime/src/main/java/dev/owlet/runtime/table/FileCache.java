package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.BoundedCache;
import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.RowFiles;
import dev.owlet.runtime.row.Column;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is kept in memory of the files of one table: the rows of small ones, and indexes of keys; the most recently used,
 * up to a part of the heap. Thread-safe; two threads may load the same file at once, which costs time only.
 */
final class FileCache<T> {
    private static final long HEAP = Runtime.getRuntime().maxMemory();

    private static final long INDEX_LIMIT = HEAP / 16;

    /** Files of more rows are read in parts: a look-up there is faster than loading them. */
    private static final int MAX_ROWS = 50_000;

    /** What a row of so many columns takes as Java objects, roughly. */
    private static final long BYTES_A_ROW = 64;

    private static final long BYTES_A_COLUMN = 32;

    /** Least number of stored bytes that a row takes, should the log not tell how many there are. */
    private static final long STORED_BYTES_A_ROW = 10;

    /** Not much more than a footer: a file of that size is fetched whole. */
    private static final long FEW_BYTES = 256 * 1024;

    /** After so many look-ups in a large file an index pays. */
    private static final int WORTH_INDEXING = 8;

    private final RowFiles<Stored<T>> files;
    private final boolean isRemote;
    private final long bytesARow;
    private final long rowsLimit;
    private final BoundedCache<String, List<Stored<T>>> rows;
    private final BoundedCache<IndexId, KeyIndex> indexes = new BoundedCache<>(INDEX_LIMIT);
    private final BoundedCache<IndexId, AtomicInteger> lookUps = new BoundedCache<>(10_000);

    private record IndexId(String path, List<String> columns) {
        static IndexId of(DataFile file, List<? extends Column<?, ?>> columns) {
            return new IndexId(file.path(), columns.stream().map(Column::name).toList());
        }
    }

    /**
     * @param columns how many a row has
     * @param isRemote whether each file takes a round trip through a network
     */
    FileCache(RowFiles<Stored<T>> files, int columns, boolean isRemote) {
        this(files, columns, isRemote, HEAP / 8);
    }

    /** @param rowsLimit bytes that all rows in memory may take */
    FileCache(RowFiles<Stored<T>> files, int columns, boolean isRemote, long rowsLimit) {
        this.files = files;
        this.rowsLimit = rowsLimit;
        rows = new BoundedCache<>(rowsLimit);
        this.isRemote = isRemote;
        bytesARow = BYTES_A_ROW + columns * BYTES_A_COLUMN;
    }

    RowFiles<Stored<T>> files() {
        return files;
    }

    TableFile<T> open(DataFile file) {
        return new TableFile<>(file, this);
    }

    /** Whether a file's rows are kept as objects. */
    boolean isSmall(DataFile file) {
        long count = count(file);
        return count <= MAX_ROWS && count * bytesARow <= rowsLimit / 4;
    }

    /** Whether to look into a file takes no more than what is here, or one request for few bytes. */
    boolean isAtHand(DataFile file) {
        return isSmall(file) && (file.size() <= FEW_BYTES || rows.get(file.path()) != null);
    }

    /** Whether a file may be loaded beside others, all of which must have room. */
    boolean isWorthLoadingAhead(DataFile file) {
        return isRemote && count(file) * bytesARow <= rowsLimit / 32 && rows.get(file.path()) == null;
    }

    private static long count(DataFile file) {
        return file.stats().rows().orElse(file.size() / STORED_BYTES_A_ROW);
    }

    /** All rows of a small file. */
    List<Stored<T>> rows(DataFile file) throws IOException {
        List<Stored<T>> known = rows.get(file.path());
        if (known == null) {
            known = files.read(file);
            rows.put(file.path(), known, known.size() * bytesARow);
        }
        return known;
    }

    @Nullable
    KeyIndex index(DataFile file, List<? extends Column<?, ?>> columns) {
        return indexes.get(IndexId.of(file, columns));
    }

    void keep(DataFile file, List<? extends Column<?, ?>> columns, KeyIndex index) {
        indexes.put(IndexId.of(file, columns), index, index.weight());
    }

    /** Counts look-ups in a file. @return whether there were, or will be, enough for an index */
    boolean isWorthIndexing(DataFile file, List<? extends Column<?, ?>> columns, int more) {
        IndexId id = IndexId.of(file, columns);
        AtomicInteger count = lookUps.get(id);
        if (count == null) {
            count = new AtomicInteger();
            lookUps.put(id, count, 1);
        }
        return count.addAndGet(more) >= WORTH_INDEXING;
    }
}
