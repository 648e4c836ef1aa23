package dev.owlet.runtime.delta;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.StructType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/** Which fields of a file hold the columns of a row type. */
final class Projection {
    private Projection() {}

    /** The file's fields that are read; computed columns are not, the record computes them. */
    static List<Type> fields(RowType<?> type, GroupType file) {
        List<Type> wanted = new ArrayList<>();
        for (Column<?, ?> column : type.columns()) {
            find(column, file).map(field -> narrowed(column, field)).ifPresent(wanted::add);
        }
        return wanted;
    }

    private static Type narrowed(Column<?, ?> column, Type field) {
        if (column.type() instanceof StructType<?> struct && !field.isPrimitive()) {
            List<Type> parts = fields(struct.type(), field.asGroupType());
            return parts.isEmpty() ? field : field.asGroupType().withNewFields(parts);
        }
        return field;
    }

    /** The field of a column: by its name, else by an earlier one. */
    static Optional<Type> find(Column<?, ?> column, GroupType file) {
        if (column.isComputed()) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(column.name()), column.was().stream())
                .flatMap(name -> named(name, file).stream())
                .findFirst();
    }

    private static Optional<Type> named(String name, GroupType file) {
        if (file.containsField(name)) {
            return Optional.of(file.getType(name));
        }
        return file.getFields().stream()
                .filter(field -> field.getName().equalsIgnoreCase(name))
                .findFirst();
    }
}
