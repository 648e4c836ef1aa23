package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * The values of a few columns, row by row, as an array in the order of the columns. No other column is read, but for
 * columns that are computed: those take whole rows.
 */
final class KeyRows {
    private KeyRows() {}

    /**
     * @param type what rows are read as
     * @param columns of that type, or of the record in it; found by name
     */
    static <T> RowAssembly<@Nullable Object[]> of(
            RowType<T> type, List<? extends Column<?, ?>> columns, PartitionValues partition) {
        return columns.stream().anyMatch(Column::isComputed)
                ? new Computed<>(own(type, columns), new TypedRows<>(type, partition))
                : new TypedRows<>(projection(columns), partition);
    }

    private static <T> List<Column<T, ?>> own(RowType<T> type, List<? extends Column<?, ?>> columns) {
        List<Column<T, ?>> own = new ArrayList<>();
        for (Column<?, ?> column : columns) {
            own.add(type.column(column.name())
                    .orElseThrow(() -> new IllegalArgumentException(type.name() + " has no column " + column.name())));
        }
        return own;
    }

    private static RowType<@Nullable Object[]> projection(List<? extends Column<?, ?>> columns) {
        List<Column<@Nullable Object[], ?>> slots = new ArrayList<>();
        columns.forEach(column -> slots.add(slot(column)));
        return new RowType<>("key", slots, values -> {}, (values, violations) -> {}, values -> {
            @Nullable Object[] key = new Object[slots.size()];
            for (int i = 0; i < key.length; i++) {
                Object value = values.get(slots.get(i));
                key[i] = value == null ? columns.get(i).filling() : value;
            }
            return key;
        });
    }

    private static <V> Column<@Nullable Object[], V> slot(Column<?, V> column) {
        Column<@Nullable Object[], V> slot = Column.optional(column.name(), column.type(), key -> null);
        return slot.was(column.was().toArray(String[]::new));
    }

    private static final class Computed<T> implements RowAssembly<@Nullable Object[]> {
        private final List<Column<T, ?>> columns;
        private final RowAssembly<T> rows;

        Computed(List<Column<T, ?>> columns, RowAssembly<T> rows) {
            this.columns = columns;
            this.rows = rows;
        }

        @Override
        public MessageType columns(MessageType file) {
            return rows.columns(file);
        }

        @Override
        public RecordMaterializer<@Nullable Object[]> materializer(MessageType read) {
            RecordMaterializer<T> whole = rows.materializer(read);
            return new RecordMaterializer<>() {
                @Override
                public @Nullable Object[] getCurrentRecord() {
                    T row = whole.getCurrentRecord();
                    return columns.stream().map(column -> column.get(row)).toArray();
                }

                @Override
                public GroupConverter getRootConverter() {
                    return whole.getRootConverter();
                }
            };
        }
    }
}
