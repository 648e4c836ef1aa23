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

    /** A new file of these rows, which still belongs to no commit. */
    public DataFile write(List<T> rows) throws IOException {
        return write(rows.iterator(), new RowWriteSupport<>(type), codec(rows.size()));
    }

    /**
     * The rows of a file, in its order.
     *
     * @throws IOException also when the file holds something else than rows of this type
     */
    public List<T> read(DataFile file) throws IOException {
        List<T> rows = new ArrayList<>();
        try (ParquetReader<T> reader = open(file, new RowReadSupport<>(type))) {
            for (T row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        } catch (ParquetRuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException("file " + key(file) + " cannot be read: " + cause.getMessage(), e);
        }
        return rows;
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
                : Optional.of(write(kept.iterator(), stored.writing(), codec(kept.size())));
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

    private <R> DataFile write(Iterator<R> rows, WriteSupport<R> support, CompressionCodecName codec)
            throws IOException {
        Written written = written(rows, support, codec);
        String name = "part-" + UUID.randomUUID() + ".parquet";
        store.put(folder + "/" + name, written.bytes, true);
        String stats = StatsJson.of(written.footer);
        return new DataFile(name, Map.of(), written.bytes.length, System.currentTimeMillis(), Optional.of(stats));
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
        return written(rows.iterator(), new RowWriteSupport<>(type), codec(rows.size())).bytes;
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
