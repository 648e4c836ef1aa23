package dev.owlet.runtime.api;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.StructType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.table.Stored;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every {@link Path} of a concept, by name; fixed by the model. */
final class Paths<T> {
    private final Map<String, Path<T, ?>> byName = new LinkedHashMap<>();

    Paths(RowType<T> type) {
        for (Column<T, ?> column : type.columns()) {
            addColumn(column);
        }
        add("_version", ValueType.longInteger(), Stored::version);
        add("_created_at", ValueType.timestamp(), Stored::createdAt);
        add("_created_by", ValueType.text(), Stored::createdBy);
        add("_updated_at", ValueType.timestamp(), Stored::updatedAt);
        add("_updated_by", ValueType.text(), Stored::updatedBy);
        add("_upload", ValueType.text(), row -> row.upload().orElse(null));
    }

    Optional<Path<T, ?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Set<String> names() {
        return byName.keySet();
    }

    private <V> void addColumn(Column<T, V> column) {
        Function<Stored<T>, @Nullable V> getter = row -> column.get(row.row());
        byName.put(column.name(), new Path<>(column.name(), column.type(), getter, Optional.of(column)));
        addParts(column.name(), column.type(), getter);
    }

    /** Shapes cannot hold themselves, so this ends. */
    private <V> void addParts(String name, ValueType<V> type, Function<Stored<T>, @Nullable V> getter) {
        if (type instanceof StructType<V> struct) {
            for (Column<V, ?> part : struct.type().columns()) {
                addPart(name + "." + part.name(), part, getter);
            }
        }
    }

    private <S, V> void addPart(String name, Column<S, V> part, Function<Stored<T>, @Nullable S> whole) {
        Function<Stored<T>, @Nullable V> getter = row -> {
            S shape = whole.apply(row);
            return shape == null ? null : part.get(shape);
        };
        add(name, part.type(), getter);
        addParts(name, part.type(), getter);
    }

    private <V> void add(String name, ValueType<V> type, Function<Stored<T>, @Nullable V> getter) {
        byName.put(name, new Path<>(name, type, getter, Optional.empty()));
    }
}
