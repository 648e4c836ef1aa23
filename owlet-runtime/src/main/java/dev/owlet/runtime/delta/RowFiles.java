package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * The Parquet files of a table. Each is written once, under a name of its own, and belongs to the table only when a
 * commit says so. Thread-safe.
 *
 * @param <T> what a row is read as
 */
public final class RowFiles<T> {
    /** Below this number of rows compression saves next to nothing, and loading the codec costs time. */
    private static final int WORTH_COMPRESSING = 1000;

    private final RowType<T> type;
    private final ObjectStore store;
    private final String folder;

    /** @param folder key of the table's folder, without a slash at the end */
    public RowFiles(RowType<T> type, ObjectStore store, String folder) {
        this.type = type;
        this.store = store;
        this.folder = folder;
    }

    /** A new file of these rows, which still belongs to no commit; in a table without partitions. */
    public DataFile write(List<T> rows) throws IOException {
        return write(rows, Map.of());
    }

    /**
     * A new file of these rows, which still belongs to no commit.
     *
     * @param partition what all of the rows have in the partition columns, as text of the log (protocol, section
     *     "Partition Value Serialization"); in the order of the folders. These columns are not in the file.
     */
    public DataFile write(List<T> rows, Map<String, @Nullable String> partition) throws IOException {
        RowWriteSupport<T> support = new RowWriteSupport<>(type, new PartitionValues(partition));
        return write(rows.iterator(), support, codec(rows.size()), PartitionValues.path(partition), partition);
    }

    /**
     * The rows of a file, in its order.
     *
     * @throws IOException also when the file holds something else than rows of this type
     */
    public List<T> read(DataFile file) throws IOException {
        List<T> rows = new ArrayList<>();
        try (ParquetReader<T> reader = open(file, new RowReadSupport<>(type, new PartitionValues(file.partition())))) {
            for (T row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        } catch (RuntimeException e) {
            throw unreadable(file, e);
        }
        return rows;
    }

    /** Parquet-java throws whatever a broken file makes of it. */
    private IOException unreadable(DataFile file, RuntimeException e) throws IOException {
        Throwable cause = e instanceof ParquetRuntimeException && e.getCause() != null ? e.getCause() : e;
        return new IOException("file " + key(file) + " cannot be read: " + cause.getMessage(), e);
    }

    /**
     * A new file with the rows of another but some. Copies what is stored, column by column, so that columns that only
     * other programs know survive.
     *
     * @param gone positions in the file of the rows to leave out
     * @return empty when no row is left
     */
    public Optional<DataFile> copyWithout(DataFile file, BitSet gone) throws IOException {
        StoredRows stored = new StoredRows();
        List<Group> kept = new ArrayList<>();
        try (ParquetReader<Group> reader = open(file, stored.reading())) {
            int position = 0;
            for (Group row = reader.read(); row != null; row = reader.read()) {
                if (!gone.get(position++)) {
                    kept.add(row);
                }
            }
        }
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(write(
                        kept.iterator(), stored.writing(), codec(kept.size()), folder(file.path()), file.partition()));
    }

    /** Removes a file that no commit took; what cannot be removed stays, unseen by readers. */
    public void discard(DataFile file) {
        try {
            store.delete(key(file));
        } catch (IOException e) {
            return; // clean-up takes what lies about
        }
    }

    private static CompressionCodecName codec(int rows) {
        return rows < WORTH_COMPRESSING ? CompressionCodecName.UNCOMPRESSED : CompressionCodecName.SNAPPY;
    }

    /** The folder of a path, with its slash; empty for a file of the table's own folder. */
    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** @param subfolder of the table's folder: a path as in the log, with a slash at the end; or empty */
    private <R> DataFile write(
            Iterator<R> rows,
            WriteSupport<R> support,
            CompressionCodecName codec,
            String subfolder,
            Map<String, @Nullable String> partition)
            throws IOException {
        Written written = written(rows, support, codec);
        DataFile file = new DataFile(
                subfolder + "part-" + UUID.randomUUID() + ".parquet",
                partition,
                written.bytes.length,
                System.currentTimeMillis(),
                Optional.of(StatsJson.of(written.footer)));
        store.put(key(file), written.bytes, true);
        return file;
    }

    private record Written(byte[] bytes, ParquetMetadata footer) {}

    private static <R> Written written(Iterator<R> rows, WriteSupport<R> support, CompressionCodecName codec)
            throws IOException {
        MemoryFile memory = new MemoryFile();
        ParquetWriter<R> writer = new WriterBuilder<>(memory, support)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(codec)
                .withWriterVersion(WriterVersion.PARQUET_1_0)
                .build();
        try (writer) {
            while (rows.hasNext()) {
                writer.write(rows.next());
            }
        }
        return new Written(memory.bytes(), writer.getFooter());
    }

    /** Rows as one Parquet file of its own, for people to take away. */
    public static <R> byte[] bytes(RowType<R> type, List<R> rows) throws IOException {
        return written(rows.iterator(), new RowWriteSupport<>(type, PartitionValues.NONE), codec(rows.size())).bytes;
    }

    private <R> ParquetReader<R> open(DataFile file, ReadSupport<R> support) throws IOException {
        return new ReaderBuilder<>(MemoryFile.of(store.get(key(file))), support).build();
    }

    private String key(DataFile file) throws IOException {
        return folder + "/" + file.decodedPath();
    }

    private static final class WriterBuilder<R> extends ParquetWriter.Builder<R, WriterBuilder<R>> {
        private final WriteSupport<R> support;

        WriterBuilder(OutputFile file, WriteSupport<R> support) {
            super(file);
            this.support = support;
        }

        @Override
        protected WriterBuilder<R> self() {
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

    private static final class ReaderBuilder<R> extends ParquetReader.Builder<R> {
        private final ReadSupport<R> support;

        ReaderBuilder(InputFile file, ReadSupport<R> support) {
            super(file, new PlainParquetConfiguration());
            this.support = support;
        }

        @Override
        protected ReadSupport<R> getReadSupport() {
            return support;
        }
    }
}
