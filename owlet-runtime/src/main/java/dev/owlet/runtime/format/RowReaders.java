package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.UnreadableFileException;
import dev.owlet.runtime.row.RowType;
import java.io.IOException;
import java.io.InputStream;

/** Files as people have them, as rows of a concept: what a file is, its bytes tell. */
public final class RowReaders {
    private RowReaders() {}

    /**
     * Starts to read a file; close the reader.
     *
     * @param spec what the model says of files of the concept; what it leaves open is found out
     * @throws UnreadableFileException when the file as a whole cannot be read
     */
    public static <T> RowReader<T> open(RowType<T> type, ImportSpec<T> spec, FileSource source) throws IOException {
        return open(type, spec, Opening.of(source.name()), source);
    }

    private static <T> RowReader<T> open(RowType<T> type, ImportSpec<T> spec, Opening opening, FileSource source)
            throws IOException {
        byte[] head = source.read(0, TextKind.HEAD);
        InputStream bytes = source.open();
        return switch (TextKind.of(opening, head)) {
            case JSON -> JsonRows.open(type, spec, opening, bytes);
            case NDJSON -> new NdjsonRows<>(type, spec, opening, bytes);
            case CSV -> CsvRows.open(type, spec, opening, bytes);
        };
    }
}
