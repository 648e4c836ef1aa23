package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.StructType;
import java.util.ArrayList;
import java.util.List;

/** The columns that a file may have cells for, by dotted names: those of the concept and those within its shapes. */
final class Paths {
    private Paths() {}

    /** Every column that a cell may fill, each shape before what is within it. */
    static <T> List<Column<T, ?>> readable(RowType<T> type) {
        List<Column<T, ?>> paths = new ArrayList<>();
        entered(type).forEach(column -> addReadable(column, paths));
        return paths;
    }

    /**
     * The columns to write, one cell each, computed ones too. A shape is taken apart when one of its columns is required:
     * then its cells tell whether it is there. Another's cell holds its JSON.
     */
    static <T> List<Column<T, ?>> written(RowType<T> type) {
        List<Column<T, ?>> paths = new ArrayList<>();
        type.columns().forEach(column -> addWritten(column, paths));
        return paths;
    }

    /** The columns in the order of a file without header. */
    static <T> List<Column<T, ?>> entered(RowType<T> type) {
        return type.columns().stream().filter(column -> !column.isComputed()).toList();
    }

    private static <T, V> void addReadable(Column<T, V> column, List<Column<T, ?>> paths) {
        paths.add(column);
        if (column.type() instanceof StructType<V> shape) {
            entered(shape.type()).forEach(inner -> addReadable(column.nested(inner), paths));
        }
    }

    private static <T, V> void addWritten(Column<T, V> column, List<Column<T, ?>> paths) {
        if (column.type() instanceof StructType<V> shape && tellsItself(shape.type())) {
            shape.type().columns().forEach(inner -> addWritten(column.nested(inner), paths));
        } else {
            paths.add(column);
        }
    }

    private static boolean tellsItself(RowType<?> shape) {
        return shape.columns().stream().anyMatch(column -> !column.isOptional());
    }
}
