package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.StructType;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/**
 * Conditions on rows as conditions on what one file stores, so that Parquet-java skips row groups and pages. Only what
 * holds for certain is said; what passes here is tested again on the row.
 */
final class Pushdown {
    private final RowType<?> type;
    private final GroupType schema;
    private final PartitionValues partition;
    private final StoredForm form;

    /** @param type what rows of the file are read as */
    Pushdown(RowType<?> type, FileMetaData file, PartitionValues partition) {
        this.type = type;
        this.schema = file.getSchema();
        this.partition = partition;
        form = StoredForm.of(file);
    }

    Pushed of(Filter<?> filter) {
        if (filter instanceof Filter.All<?> all) {
            return all.filters().stream().map(this::of).reduce(Pushed.ALL, Pushed::and);
        }
        if (filter instanceof Filter.Any<?> any) {
            return any.filters().stream().map(this::of).reduce(Pushed.NONE, Pushed::or);
        }
        if (filter instanceof Filter.Compare<?, ?> compare) {
            return of(compare.column(), stored -> stored.compare(compare.op(), compare.value()));
        }
        if (filter instanceof Filter.In<?, ?> in) {
            return of(in.column(), stored -> stored.in(in.values()));
        }
        if (filter instanceof Filter.IsNull<?> isNull) {
            return isNull.negated() ? of(isNull.column(), StoredColumn::isNotNull) : ofNull(isNull.column());
        }
        return Pushed.ALL;
    }

    /** That a row has these values in these columns. */
    Pushed of(List<? extends Column<?, ?>> columns, List<?> values) {
        Pushed all = Pushed.ALL;
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            all = all.and(of(columns.get(i), stored -> stored.compare(Filter.Op.EQ, value)));
        }
        return all;
    }

    private interface Condition {
        Pushed on(StoredColumn stored);
    }

    /** A condition that no absent value fulfils. */
    private Pushed of(Column<?, ?> column, Condition condition) {
        Place place = find(column);
        if (place.kind == Kind.MISSING) {
            return column.isFilled() ? Pushed.ALL : Pushed.NONE;
        }
        Optional<StoredColumn> stored = place.stored(column, form);
        if (stored.isEmpty()) {
            return Pushed.ALL;
        }
        Pushed pushed = condition.on(stored.get());
        return column.isFilled() ? pushed.or(stored.get().isNull()) : pushed;
    }

    private Pushed ofNull(Column<?, ?> column) {
        Place place = find(column);
        return place.stored(column, form).map(StoredColumn::isNull).orElse(Pushed.ALL);
    }

    private enum Kind {
        /** Stored: {@link Place#field} is it. */
        STORED,
        /** Not in the file: all its values are null. */
        MISSING,
        /** Nothing can be said. */
        OPAQUE
    }

    private record Place(Kind kind, String path, Optional<Type> field) {
        static final Place OPAQUE = new Place(Kind.OPAQUE, "", Optional.empty());
        static final Place MISSING = new Place(Kind.MISSING, "", Optional.empty());

        Optional<StoredColumn> stored(Column<?, ?> column, StoredForm form) {
            return field.filter(Type::isPrimitive)
                    .flatMap(type -> StoredColumn.of(column.type(), path, type.asPrimitiveType(), form));
        }
    }

    /** Where a column, perhaps one of a shape ({@code position.lat}), is stored. */
    private Place find(Column<?, ?> column) {
        if (column.isComputed()) {
            return Place.OPAQUE;
        }
        return find(type, schema, List.of(column.name().split("\\.", -1)), "");
    }

    private Place find(RowType<?> within, GroupType group, List<String> names, String path) {
        Optional<? extends Column<?, ?>> column = within.column(names.get(0));
        if (column.isEmpty() || column.get().isComputed()) {
            return Place.OPAQUE;
        }
        Optional<Type> field = Projection.find(column.get(), group);
        if (field.isEmpty()) {
            return path.isEmpty() && partition.has(column.get()) ? Place.OPAQUE : Place.MISSING;
        }
        String name = field.get().getName();
        if (field.get().isRepetition(Type.Repetition.REPEATED) || name.indexOf('.') >= 0) {
            return Place.OPAQUE;
        }
        if (names.size() == 1) {
            return new Place(Kind.STORED, path + name, field);
        }
        return column.get().type() instanceof StructType<?> struct
                        && !field.get().isPrimitive()
                ? find(struct.type(), field.get().asGroupType(), names.subList(1, names.size()), path + name + ".")
                : Place.OPAQUE;
    }
}
