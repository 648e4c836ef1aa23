package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.RowType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/**
 * Rows that wait to be written, as bytes of a few large arrays: about a third of the memory that records take, nothing for the
 * collector to follow, and each row in one place. Not thread-safe, but for reading.
 */
public final class PackedRows<T> {
    private static final int PAGE = 256 * 1024;

    private final GroupWriter<T> own;
    private final GroupWriter<T> shared;
    private final MessageType schema;
    private final RowTape tape = new RowTape();
    private final RowTape sharedTape = new RowTape();
    private final List<byte[]> pages = new ArrayList<>();
    private int used = PAGE;
    private long bytes;

    /** @param same names of columns that have one value in all rows, which is kept once */
    PackedRows(RowType<T> type, PartitionValues partition, Set<String> same) {
        own = new GroupWriter<>(type, partition, column -> !same.contains(column.name()));
        shared = new GroupWriter<>(type, partition, column -> same.contains(column.name()));
        schema = ParquetSchema.of(type, partition);
    }

    /** @return the row's place, to be told when it is written */
    public long add(T row) {
        if (pages.isEmpty()) {
            tape(sharedTape, shared, row);
        }
        tape(tape, own, row);
        int size = tape.size();
        if (used + size > PAGE) {
            byte[] page = new byte[Math.max(PAGE, size)];
            pages.add(page);
            bytes += page.length;
            used = 0;
        }
        System.arraycopy(tape.bytes(), 0, pages.get(pages.size() - 1), used, size);
        long place = (long) (pages.size() - 1) << Integer.SIZE | used;
        used += size;
        return place;
    }

    private static <T> void tape(RowTape tape, GroupWriter<T> writer, T row) {
        tape.startMessage();
        writer.writeFields(tape, row);
        tape.endMessage();
    }

    /** Memory that the rows take. */
    public long bytes() {
        return bytes;
    }

    /** Writes rows by their places. */
    SchemaWriteSupport<Long> writeSupport() {
        return new SchemaWriteSupport<>(schema, StoredForm.MARK) {
            @Override
            void writeFields(RecordConsumer out, MessageType type, Long place) {
                RowTape.tell(pages.get((int) (place >>> Integer.SIZE)), place.intValue(), type, out);
                RowTape.tell(sharedTape.bytes(), 0, type, out);
            }
        };
    }
}
