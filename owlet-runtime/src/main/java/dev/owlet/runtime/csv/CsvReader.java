package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.RowType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * Reads delimited text as rows of a concept, one at a time: memory does not grow with the file. Encoding and delimiter
 * are detected unless the {@link ImportSpec} names them; the rest is as {@link CellsReader} says. Not thread-safe.
 *
 * @param <T> the record
 */
public final class CsvReader<T> implements ReadRows<T> {
    private static final String SEP = "sep=";

    private final CellsReader<T> rows;
    private final ReadReport report;

    private CsvReader(CellsReader<T> rows, ReadReport report) {
        this.rows = rows;
        this.report = report;
    }

    /**
     * Starts to read; the reader closes {@code bytes}.
     *
     * @throws UnreadableFileException when the file as a whole cannot be read; the methods of the reader may throw it, too
     * @throws UncheckedIOException when {@code bytes} fail; so may the methods of the reader
     */
    public static <T> CsvReader<T> open(RowType<T> type, ImportSpec<T> spec, InputStream bytes) {
        try {
            TextInput input = TextInput.open(bytes, spec.encoding());
            String head = input.head();
            boolean says = saysDelimiter(head);
            char delimiter = says ? head.charAt(SEP.length()) : DelimiterDetector.detect(type, spec, head);
            input.reader().skip(says ? SEP.length() + 1 : 0);
            CellsReader<T> rows =
                    new CellsReader<>(type, spec, new Tokenizer(input.reader(), delimiter, spec.escape()));
            return new CsvReader<>(
                    rows,
                    new ReadReport(
                            input.charset(),
                            input.isAssumed(),
                            delimiter,
                            rows.headings(),
                            rows.mapped(),
                            rows.unmapped()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the first line is {@code sep=;}, as Excel has it: for programs, and no row. */
    private static boolean saysDelimiter(String head) {
        int end = SEP.length() + 1;
        return head.length() > end
                && head.regionMatches(true, 0, SEP, 0, SEP.length())
                && (head.charAt(end) == '\n' || head.charAt(end) == '\r')
                && head.charAt(end - 1) != '"';
    }

    /** How the file was understood. */
    public ReadReport report() {
        return report;
    }

    /** Fields that no column of the file is and that every row needs. */
    public List<String> lacking() {
        return rows.lacking();
    }

    @Override
    public List<String> cells() {
        return rows.cells();
    }

    @Override
    public Set<Integer> quoted() {
        return rows.quoted();
    }

    @Override
    public long line() {
        return rows.line();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public ReadRow<T> next() {
        return rows.next();
    }

    @Override
    public void close() {
        rows.close();
    }
}
