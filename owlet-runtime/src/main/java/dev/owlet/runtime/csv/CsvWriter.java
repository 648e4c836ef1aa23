package dev.owlet.runtime.csv;

import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.RowType;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of a concept as delimited text in UTF-8 that a {@link CsvReader} of the same {@link ImportSpec} takes back
 * unchanged. An absent value is an empty cell, an empty text a quoted one; what could be mistaken for an absent value is
 * quoted. A shape with a required column has a cell for each of its columns ({@code position.lat}); lists and other shapes
 * are JSON. Computed columns are written for readers of the file, and passed over on the way back.
 *
 * <p>Cells that begin with {@code =}, {@code +}, {@code -} or {@code @} are written as they are, because anything else
 * would change the data; import the file into a spreadsheet as text where its rows come from strangers. Not thread-safe.
 */
public final class CsvWriter<T> implements Closeable {
    private static final int FIRST_LINE = 1;
    private static final char DEFAULT_DELIMITER = ',';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final de.siegmar.fastcsv.writer.CsvWriter out;
    private final List<Cell<T, ?>> cells;
    private final Optional<Character> escape;

    private CsvWriter(RowType<T> type, ImportSpec<T> spec, Writer text) {
        Missing missing = new Missing(spec.missing());
        escape = spec.escape();
        out = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .fieldSeparator(spec.delimiter().orElse(DEFAULT_DELIMITER))
                .quoteStrategy(new Literal(missing, spec.escape(), spec.header()))
                .build(text);
        CellFormats formats = new CellFormats(spec.formats());
        List<Column<T, ?>> columns = spec.header() ? Paths.written(type) : Paths.entered(type);
        cells = new ArrayList<>();
        columns.forEach(column -> cells.add(Cell.of(column, formats)));
        if (spec.header()) {
            out.writeRecord(
                    columns.stream().map(column -> Headings.of(column, spec)).toList());
        }
    }

    /**
     * Starts to write, with the header if the specification has one; {@link #close} closes {@code bytes}.
     *
     * @throws UncheckedIOException when {@code bytes} fail; so do the methods of the writer
     */
    public static <T> CsvWriter<T> open(RowType<T> type, ImportSpec<T> spec, OutputStream bytes) {
        try {
            Writer text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
            if (spec.encoding().isPresent()) {
                text.write(BYTE_ORDER_MARK); // or the reader would take the encoding named
            }
            return new CsvWriter<>(type, spec, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(T row) {
        List<@Nullable String> texts = new ArrayList<>(cells.size());
        for (Cell<T, ?> cell : cells) {
            texts.add(escaped(cell.text(row)));
        }
        out.writeRecord(texts);
    }

    private @Nullable String escaped(@Nullable String text) {
        if (text == null || escape.isEmpty()) {
            return text;
        }
        String mark = escape.get().toString();
        return text.replace(mark, mark + mark);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Cell<T, V>(Column<T, V> column, CellFormat format) {
        static <T, V> Cell<T, V> of(Column<T, V> column, CellFormats formats) {
            return new Cell<>(column, formats.of(column.name(), column.type().kind()));
        }

        @Nullable
        String text(T row) {
            V value = column.get(row);
            return value == null ? null : format.write(column.type().format(value));
        }
    }

    /** Quotes what would be taken for an absent value without; the rest as RFC 4180 requires. */
    private record Literal(Missing missing, Optional<Character> escape, boolean header) implements QuoteStrategy {
        @Override
        public boolean quoteEmpty(int line, int field) {
            return true;
        }

        /** A header is never quoted without need, or all quotes would mean nothing. */
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return !(header && line == FIRST_LINE) && missing.isToken(unescaped(value));
        }

        private String unescaped(String value) {
            String mark = escape.map(String::valueOf).orElse("");
            return mark.isEmpty() ? value : value.replace(mark + mark, mark);
        }
    }
}
