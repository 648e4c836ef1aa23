package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.RowType;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Writes rows by their columns. */
final class RowWriteSupport<T> extends WriteSupport<T> {
    private final RowType<T> type;
    private final GroupWriter<T> writer;
    private @Nullable RecordConsumer out;

    RowWriteSupport(RowType<T> type) {
        this.type = type;
        writer = new GroupWriter<>(type);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract, or its counterpart falls back on it
    public WriteContext init(Configuration configuration) {
        return new WriteContext(ParquetSchema.of(type), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(ParquetSchema.of(type), Map.of());
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
