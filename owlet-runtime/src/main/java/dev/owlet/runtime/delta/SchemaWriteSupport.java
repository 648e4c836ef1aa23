package dev.owlet.runtime.delta;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Writes rows of one schema; how, its kinds tell. */
abstract class SchemaWriteSupport<R> extends WriteSupport<R> {
    private final MessageType schema;
    private final Map<String, String> metadata;
    private @Nullable RecordConsumer out;

    /** @param metadata of the file */
    SchemaWriteSupport(MessageType schema, Map<String, String> metadata) {
        this.schema = schema;
        this.metadata = metadata;
    }

    /** Writes the columns of a row that are there. */
    abstract void writeFields(RecordConsumer out, MessageType schema, R row);

    @Override
    @SuppressWarnings("deprecation") // abstract, or its counterpart falls back on it
    public final WriteContext init(Configuration configuration) {
        return new WriteContext(schema, metadata);
    }

    @Override
    public final WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, metadata);
    }

    @Override
    public final void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public final void write(R row) {
        RecordConsumer consumer = out;
        if (consumer == null) {
            throw new IllegalStateException("not prepared");
        }
        consumer.startMessage();
        writeFields(consumer, schema, row);
        consumer.endMessage();
    }
}
