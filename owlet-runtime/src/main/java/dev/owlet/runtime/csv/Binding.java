package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.StructType;
import dev.owlet.runtime.row.ValueType;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violations;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one column of a row type is filled from the cells of a record: from its own cell, or, a shape without a cell, from
 * those of its columns.
 */
abstract class Binding<T> {
    /** Sets the column's slot; violations stand below the row's own pointer. */
    abstract void read(Source source, RowType<T> type, Values values, Violations violations);

    /** Adds the format of each cell by its number. */
    abstract void formats(@Nullable CellFormat[] byCell);

    /** Whether all cells of the column stand for an absent value. */
    abstract boolean isMissing(Source source);

    /** The cells of one record, and what quotes mean in its file. */
    record Source(Cells cells, Missing missing, boolean quotesMatter) {
        private boolean isMissing(int cell, ValueType.Kind kind) {
            return missing.isMissing(cells, cell, quotesMatter, kind);
        }
    }

    /** Bindings of all entered columns that have cells. */
    static <T> List<Binding<T>> all(RowType<T> type, String prefix, Layout layout, CellFormats formats) {
        return Paths.entered(type).stream()
                .flatMap(column -> of(column, prefix + column.name(), layout, formats))
                .toList();
    }

    private static <T, V> Stream<Binding<T>> of(Column<T, V> column, String path, Layout layout, CellFormats formats) {
        int cell = layout.cell(path);
        Optional<Binding<T>> own = cell < 0
                ? Optional.empty()
                : Optional.of(
                        new Own<>(column, cell, formats.of(path, column.type().kind())));
        if (column.type() instanceof StructType<V> shape) {
            List<Binding<V>> parts = all(shape.type(), path + '.', layout, formats);
            return parts.isEmpty() ? own.stream() : Stream.of(new Parts<>(column, shape.type(), parts, own));
        }
        return own.stream();
    }

    private static final class Own<T, V> extends Binding<T> {
        private final Column<T, V> column;
        private final int cell;
        private final CellFormat format;
        private final String pointer;

        Own(Column<T, V> column, int cell, CellFormat format) {
            this.column = column;
            this.cell = cell;
            this.format = format;
            this.pointer = "/" + column.name();
        }

        @Override
        void formats(@Nullable CellFormat[] byCell) {
            byCell[cell] = format;
        }

        @Override
        boolean isMissing(Source source) {
            return source.isMissing(cell, column.type().kind());
        }

        @Override
        void read(Source source, RowType<T> type, Values values, Violations violations) {
            if (!isMissing(source)) {
                type.set(values, column, value(source.cells(), violations));
            }
        }

        private @Nullable V value(Cells cells, Violations violations) {
            boolean typed = cells.isTyped(cell);
            if (format == CellFormat.PLAIN) {
                V quick = column.type().quick(cells.chars(), cells.from(cell), cells.to(cell));
                if (quick != null) {
                    return quick;
                }
            }
            String text = cells.text(cell);
            Optional<String> canonical = typed ? format.typed(text) : format.read(text);
            if (canonical.isEmpty()) {
                violations.add(pointer, "type", format.expectation());
                return null;
            }
            return column.type().parse(canonical.get(), pointer, violations);
        }
    }

    private static final class Parts<T, V> extends Binding<T> {
        private final Column<T, V> column;
        private final RowType<V> shape;
        private final List<Binding<V>> parts;
        private final Optional<Binding<T>> own;

        Parts(Column<T, V> column, RowType<V> shape, List<Binding<V>> parts, Optional<Binding<T>> own) {
            this.column = column;
            this.shape = shape;
            this.parts = parts;
            this.own = own;
        }

        @Override
        void formats(@Nullable CellFormat[] byCell) {
            parts.forEach(part -> part.formats(byCell));
            own.ifPresent(binding -> binding.formats(byCell));
        }

        @Override
        boolean isMissing(Source source) {
            return parts.stream().allMatch(part -> part.isMissing(source))
                    && own.map(binding -> binding.isMissing(source)).orElse(true);
        }

        @Override
        void read(Source source, RowType<T> type, Values values, Violations violations) {
            if (parts.stream().allMatch(part -> part.isMissing(source))) {
                own.ifPresent(binding -> binding.read(source, type, values, violations));
                return;
            }
            Values inner = shape.values();
            Violations found = new Violations();
            parts.forEach(part -> part.read(source, shape, inner, found));
            type.set(values, column, shape.create(inner, found));
            violations.addAll("/" + column.name(), found.list());
        }
    }
}
