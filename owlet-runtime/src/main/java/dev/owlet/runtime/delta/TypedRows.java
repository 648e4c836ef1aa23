package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.RowType;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Rows by their columns, from files that may lack some, name them otherwise or have others beside. */
final class TypedRows<T> implements RowAssembly<T> {
    private final RowType<T> type;
    private final PartitionValues partition;

    /** @param partition values of columns that the file may lack */
    TypedRows(RowType<T> type, PartitionValues partition) {
        this.type = type;
        this.partition = partition;
    }

    @Override
    public MessageType columns(MessageType file) {
        return new MessageType("row", Projection.fields(type, file));
    }

    @Override
    public RecordMaterializer<T> materializer(MessageType columns) {
        return new Materializer<>(type, partition, columns);
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
