package dev.owlet.runtime.api;

import dev.owlet.runtime.csv.CsvWriter;
import dev.owlet.runtime.row.Filter;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.table.Stored;
import dev.owlet.runtime.table.Table;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/** Rows of a table as a file that an import takes back unchanged: records without system columns, in the order of their keys. */
public final class TableExport {
    /** The forms of a file, the usual one first. */
    public static final List<String> FORMATS = List.of("csv", "ndjson", "parquet");

    private TableExport() {}

    /**
     * Writes all rows as they are now; they are in memory while they are put in order.
     *
     * @param format one of {@link #FORMATS}
     * @param out stays open
     * @return how many rows
     */
    public static <T> long write(Table<T> table, String format, OutputStream out) throws IOException {
        try (Stream<Stored<T>> all = table.scan(Filter.all())) {
            List<T> rows =
                    all.sorted(new Keys<>(table).order()).map(Stored::row).toList();
            write(table, rows, format, out);
            return rows.size();
        }
    }

    static <T> void write(Table<T> table, List<T> rows, String format, OutputStream out) throws IOException {
        switch (format) {
            case "parquet" -> out.write(table.parquet(rows));
            case "ndjson" -> ndjson(table.spec().type(), rows, out);
            default -> csv(table, rows, out);
        }
    }

    private static <T> void ndjson(RowType<T> type, List<T> rows, OutputStream out) throws IOException {
        for (T row : rows) {
            out.write(Bodies.bytes(json -> type.write(row, json)));
            out.write('\n');
        }
    }

    private static <T> void csv(Table<T> table, List<T> rows, OutputStream out) {
        try (CsvWriter<T> writer =
                CsvWriter.open(table.spec().type(), table.spec().imports(), new Open(out))) {
            rows.forEach(writer::write);
        }
    }

    /** Is flushed where it would be closed. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
