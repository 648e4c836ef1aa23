package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.CsvReader;
import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.row.RowType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Opens files as rows. */
public final class RowReaders {
    private RowReaders() {}

    /** Starts to read delimited text; close the reader. */
    public static <T> RowReader<T> open(RowType<T> type, ImportSpec<T> spec, FileSource file) throws IOException {
        return new Csv<>(CsvReader.open(type, spec, file.open()));
    }

    private static final class Csv<T> implements RowReader<T> {
        private final CsvReader<T> reader;
        private List<String> cells = List.of();
        private long line;

        Csv(CsvReader<T> reader) {
            this.reader = reader;
        }

        @Override
        public FormatReport report() {
            return new FormatReport(
                    FileFormat.CSV,
                    List.of(),
                    Optional.empty(),
                    Optional.of(reader.report().charset().name()),
                    Optional.of(reader.report().delimiter()),
                    List.copyOf(reader.report().mapped().keySet()),
                    reader.report().mapped(),
                    reader.report().unmapped(),
                    List.of());
        }

        @Override
        public boolean hasNext() {
            return reader.hasNext();
        }

        @Override
        public ReadRow<T> next() {
            ReadRow<T> row = reader.next();
            if (row instanceof ReadRow.Rejected<T> rejected) {
                cells = rejected.cells();
                line = rejected.line();
            } else {
                cells = List.of();
            }
            return row;
        }

        @Override
        public List<String> cells() {
            return cells;
        }

        @Override
        public long line() {
            return line;
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
