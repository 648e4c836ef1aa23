package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.RowType;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Reads rows by their columns, from files that may lack some, name them otherwise or have others beside. */
final class RowReadSupport<T> extends ReadSupport<T> {
    private final RowType<T> type;
    private final PartitionValues partition;

    /** @param partition values of columns that the file may lack */
    RowReadSupport(RowType<T> type, PartitionValues partition) {
        this.type = type;
        this.partition = partition;
    }

    @Override
    public ReadContext init(InitContext context) {
        return new ReadContext(new MessageType("row", Projection.fields(type, context.getFileSchema())));
    }

    @Override
    @SuppressWarnings("deprecation") // abstract, or its counterpart falls back on it
    public RecordMaterializer<T> prepareForRead(
            Configuration configuration, Map<String, String> metadata, MessageType file, ReadContext context) {
        return new Materializer<>(type, partition, context.getRequestedSchema());
    }

    @Override
    public RecordMaterializer<T> prepareForRead(
            ParquetConfiguration configuration, Map<String, String> metadata, MessageType file, ReadContext context) {
        return new Materializer<>(type, partition, context.getRequestedSchema());
    }

    private static final class Materializer<T> extends RecordMaterializer<T> {
        private final RowConverter<T> root;
        private @Nullable T current;

        Materializer(RowType<T> type, PartitionValues partition, MessageType requested) {
            root = new RowConverter<>(type, requested, partition, row -> current = row);
        }

        @Override
        public T getCurrentRecord() {
            T row = current;
            if (row == null) {
                throw new IllegalStateException("no row was read");
            }
            return row;
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }
}
