package dev.owlet.runtime.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Suggestions;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows as JSON objects: fields in model order, titles of references beside them, then the system columns. */
final class RowJson<T> {
    private final Table<T> table;
    private final Paths<T> paths;
    private final Set<String> selectable = new LinkedHashSet<>();

    RowJson(Table<T> table, Paths<T> paths) {
        this.table = table;
        this.paths = paths;
        table.spec().type().columns().forEach(column -> selectable.add(column.name()));
        selectable.addAll(Stored.SYSTEM);
    }

    /** What {@code fields=} asks for. */
    Selection selection(Parameters parameters) {
        List<String> names = parameters.list("fields");
        for (String name : names) {
            if (!selectable.contains(name)) {
                parameters
                        .faults()
                        .add(
                                "fields",
                                "unknown",
                                "names \"" + name + "\", which is not a field of "
                                        + table.spec().name() + Suggestions.of(name, selectable));
            }
        }
        return names.isEmpty() ? Selection.ALL : new Selection(Optional.of(Set.copyOf(names)));
    }

    /** A writer of these rows, whose titles are looked up at once. */
    Writer writer(List<Stored<T>> rows, Selection fields, Request request) {
        return new Writer(fields, Titles.of(table, rows, fields, request.user()));
    }

    final class Writer {
        private final Selection fields;
        private final Titles<T> titles;

        private Writer(Selection fields, Titles<T> titles) {
            this.fields = fields;
            this.titles = titles;
        }

        void write(Stored<T> row, JsonGenerator out) throws IOException {
            out.writeStartObject();
            for (Column<T, ?> column : table.spec().type().columns()) {
                if (fields.has(column.name())) {
                    write(column, row, out);
                }
            }
            for (String name : Stored.SYSTEM) {
                if (fields.has(name)) {
                    writeSystem(paths.find(name).orElseThrow(), row, out);
                }
            }
            out.writeEndObject();
        }

        private <V> void write(Column<T, V> column, Stored<T> row, JsonGenerator out) throws IOException {
            V value = column.get(row.row());
            if (value != null) {
                out.writeFieldName(column.name());
                column.type().write(value, out);
                titles.write(column, value, out);
            }
        }

        private <V> void writeSystem(Path<T, V> path, Stored<T> row, JsonGenerator out) throws IOException {
            V value = path.get(row);
            if (value != null) {
                out.writeFieldName(path.name());
                path.type().write(value, out);
            }
        }
    }
}
