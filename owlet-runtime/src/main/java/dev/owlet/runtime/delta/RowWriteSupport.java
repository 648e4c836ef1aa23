package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.RowType;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Writes rows by their columns. */
final class RowWriteSupport<T> extends SchemaWriteSupport<T> {
    private final GroupWriter<T> writer;

    /** @param partition columns that are not stored: the log has their values */
    RowWriteSupport(RowType<T> type, PartitionValues partition) {
        super(ParquetSchema.of(type, partition), StoredForm.MARK);
        writer = new GroupWriter<>(type, partition);
    }

    @Override
    void writeFields(RecordConsumer out, MessageType schema, T row) {
        writer.writeFields(out, row);
    }
}
