package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes the columns of a row, or of a nested value. An absent value is not written at all: Parquet's null. */
final class GroupWriter<T> {
    private final List<Field<T, ?>> fields = new ArrayList<>();

    GroupWriter(RowType<T> type) {
        this(type, PartitionValues.NONE);
    }

    /** @param partition columns that are not stored */
    GroupWriter(RowType<T> type, PartitionValues partition) {
        this(type, partition, column -> true);
    }

    /** @param written which of the stored columns this one writes */
    GroupWriter(RowType<T> type, PartitionValues partition, Predicate<Column<T, ?>> written) {
        int index = 0;
        for (Column<T, ?> column : type.columns()) {
            if (!partition.has(column)) {
                if (written.test(column)) {
                    fields.add(field(column, index));
                }
                index++;
            }
        }
    }

    private static <T, V> Field<T, V> field(Column<T, V> column, int index) {
        return new Field<>(column, index, ValueWriter.of(column.type()));
    }

    void writeFields(RecordConsumer out, T row) {
        for (Field<T, ?> field : fields) {
            field.write(out, row);
        }
    }

    private record Field<T, V>(Column<T, V> column, int index, ValueWriter<V> writer) {
        void write(RecordConsumer out, T row) {
            V value = column.get(row);
            if (value != null) {
                out.startField(column.name(), index);
                writer.write(out, value);
                out.endField(column.name(), index);
            }
        }
    }
}
