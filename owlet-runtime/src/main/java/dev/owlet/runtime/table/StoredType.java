package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a record on storage: its own, the system columns, and what the table is divided by. */
final class StoredType<T> {
    private final Column<Stored<T>, Long> version =
            Column.required("_version", ValueType.longInteger(), Stored::version);
    private final Column<Stored<T>, Instant> createdAt =
            Column.required("_created_at", ValueType.timestamp(), Stored::createdAt);
    private final Column<Stored<T>, String> createdBy =
            Column.required("_created_by", ValueType.text(), Stored::createdBy);
    private final Column<Stored<T>, Instant> updatedAt =
            Column.required("_updated_at", ValueType.timestamp(), Stored::updatedAt);
    private final Column<Stored<T>, String> updatedBy =
            Column.required("_updated_by", ValueType.text(), Stored::updatedBy);
    private final Column<Stored<T>, String> upload = Column.optional(
            "_upload", ValueType.text(), stored -> stored.upload().orElse(null));

    private final RowType<T> type;
    private final List<Lifted<T, ?>> lifted = new ArrayList<>();

    private StoredType(RowType<T> type) {
        this.type = type;
        type.columns().forEach(column -> lifted.add(Lifted.of(column)));
    }

    static <T> RowType<Stored<T>> of(TableSpec<T> spec) {
        RowType<T> type = spec.type();
        StoredType<T> stored = new StoredType<>(type);
        return new RowType<>(
                type.name(), stored.columns(spec), values -> {}, (values, violations) -> {}, stored::restore);
    }

    private List<Column<Stored<T>, ?>> columns(TableSpec<T> spec) {
        List<Column<Stored<T>, ?>> columns = new ArrayList<>();
        lifted.forEach(pair -> columns.add(pair.stored));
        columns.addAll(List.of(version, createdAt, createdBy, updatedAt, updatedBy, upload));
        spec.partition()
                .filter(partition -> partition.unit() != Partition.Unit.VALUE)
                .ifPresent(partition -> columns.add(Lifted.of(partition.column()).stored));
        return columns;
    }

    /** Rows that another engine wrote may lack the system columns: they count as new and of unknown origin. */
    private Stored<T> restore(Values values) {
        Values own = type.values();
        lifted.forEach(pair -> pair.copy(type, values, own));
        return new Stored<>(
                type.restore(own),
                or(values.get(version), 1L),
                or(values.get(createdAt), Instant.EPOCH),
                or(values.get(createdBy), ""),
                or(values.get(updatedAt), Instant.EPOCH),
                or(values.get(updatedBy), ""),
                Optional.ofNullable(values.get(upload)));
    }

    private static <V> V or(@Nullable V value, V otherwise) {
        return value == null ? otherwise : value;
    }

    /** A column of the record beside the column of the stored row that stands for it. */
    private record Lifted<T, V>(Column<T, V> own, Column<Stored<T>, V> stored) {
        static <T, V> Lifted<T, V> of(Column<T, V> own) {
            Column<Stored<T>, V> stored = own.isComputed()
                    ? Column.computed(own.name(), own.type(), row -> own.get(row.row()))
                    : Column.optional(own.name(), own.type(), row -> own.get(row.row()));
            return new Lifted<>(own, stored.was(own.was().toArray(String[]::new)));
        }

        void copy(RowType<T> type, Values from, Values to) {
            type.set(to, own, from.get(stored));
        }
    }
}
