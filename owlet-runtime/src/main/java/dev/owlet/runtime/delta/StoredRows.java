package dev.owlet.runtime.delta;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.GroupWriter;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Rows of one file as they are stored, whatever their columns: to copy them unchanged. Reading comes first. */
final class StoredRows {
    private @Nullable MessageType schema;

    ReadSupport<Group> reading() {
        return new Reading();
    }

    WriteSupport<Group> writing() {
        MessageType known = schema;
        if (known == null) {
            throw new IllegalStateException("nothing was read");
        }
        return new Writing(known);
    }

    private final class Reading extends ReadSupport<Group> {
        @Override
        public ReadContext init(InitContext context) {
            schema = context.getFileSchema();
            return new ReadContext(context.getFileSchema());
        }

        @Override
        @SuppressWarnings("deprecation") // abstract, or its counterpart falls back on it
        public RecordMaterializer<Group> prepareForRead(
                Configuration configuration, Map<String, String> metadata, MessageType file, ReadContext context) {
            return new GroupRecordConverter(context.getRequestedSchema());
        }

        @Override
        public RecordMaterializer<Group> prepareForRead(
                ParquetConfiguration configuration,
                Map<String, String> metadata,
                MessageType file,
                ReadContext context) {
            return new GroupRecordConverter(context.getRequestedSchema());
        }
    }

    private static final class Writing extends WriteSupport<Group> {
        private final MessageType schema;
        private @Nullable GroupWriter writer;

        Writing(MessageType schema) {
            this.schema = schema;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract, or its counterpart falls back on it
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer out) {
            writer = new GroupWriter(out, schema);
        }

        @Override
        public void write(Group row) {
            GroupWriter prepared = writer;
            if (prepared == null) {
                throw new IllegalStateException("not prepared");
            }
            prepared.write(row);
        }
    }
}
