package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.RowType;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Writes rows by their columns. */
final class RowWriteSupport<T> extends WriteSupport<T> {
    private final MessageType schema;
    private final GroupWriter<T> writer;
    private @Nullable RecordConsumer out;

    /** @param partition columns that are not stored: the log has their values */
    RowWriteSupport(RowType<T> type, PartitionValues partition) {
        schema = ParquetSchema.of(type, partition);
        writer = new GroupWriter<>(type, partition);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract, or its counterpart falls back on it
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, StoredForm.MARK);
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, StoredForm.MARK);
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(T row) {
        RecordConsumer consumer = out;
        if (consumer == null) {
            throw new IllegalStateException("not prepared");
        }
        consumer.startMessage();
        writer.writeFields(consumer, row);
        consumer.endMessage();
    }
}
