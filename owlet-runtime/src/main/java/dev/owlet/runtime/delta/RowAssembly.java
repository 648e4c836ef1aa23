package dev.owlet.runtime.delta;

import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** What is made of the columns of a file. */
interface RowAssembly<R> {
    /** What of a file's columns is read. */
    MessageType columns(MessageType file);

    /**
     * Puts rows together.
     *
     * @param columns what {@link #columns} gave
     */
    RecordMaterializer<R> materializer(MessageType columns);
}
