package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violations;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads delimited text as rows of a concept, one at a time: memory does not grow with the file. Encoding and delimiter
 * are detected unless the {@link ImportSpec} names them. A row that breaks the model comes back with every violation; so
 * does one with more or fewer cells than the header. Rows that repeat the header, and blank ones, are passed over. Not
 * thread-safe.
 *
 * @param <T> the record
 */
public final class CsvReader<T> implements Iterator<ReadRow<T>>, Closeable {
    private final RowType<T> type;
    private final CellSource source;
    private final Missing missing;
    private final boolean quotesMatter;
    private final Optional<List<String>> headings;
    private final Layout layout;
    private final List<Binding<T>> bindings;
    private final ReadReport report;
    private @Nullable Cells next;
    private long index;

    private CsvReader(RowType<T> type, ImportSpec<T> spec, TextInput input, char delimiter) throws IOException {
        this.type = type;
        source = CellSource.of(input.reader(), delimiter, spec.escape());
        missing = new Missing(spec.missing());
        Cells first = source.next();
        quotesMatter = first == null || !spec.header() || !first.isAllQuoted();
        if (spec.header()) {
            headings = Optional.of(first == null ? List.of() : first.texts());
            layout = new Header<>(type, spec.headings()).map(headings.get());
            next = advance(source.next());
        } else {
            headings = Optional.empty();
            layout = Layout.inModelOrder(type);
            next = advance(first);
        }
        bindings = Binding.all(type, "", layout, new CellFormats(spec.formats()));
        report = new ReadReport(input.charset(), delimiter, layout.mapped(), layout.unmapped());
    }

    /**
     * Starts to read; the reader closes {@code bytes}.
     *
     * @throws CsvException when the file as a whole cannot be read; the methods of the reader may throw it, too
     * @throws UncheckedIOException when {@code bytes} fail; so may the methods of the reader
     */
    public static <T> CsvReader<T> open(RowType<T> type, ImportSpec<T> spec, InputStream bytes) {
        try {
            TextInput input = TextInput.open(bytes, spec.encoding());
            return new CsvReader<>(type, spec, input, DelimiterDetector.detect(type, spec, input.head()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the file was understood. */
    public ReadReport report() {
        return report;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public ReadRow<T> next() {
        Cells cells = next;
        if (cells == null) {
            throw new NoSuchElementException();
        }
        try {
            next = advance(source.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row(cells);
    }

    /** The first record from {@code cells} on that is neither blank nor the header again; null at the end. */
    private @Nullable Cells advance(@Nullable Cells cells) throws IOException {
        Cells candidate = cells;
        while (candidate != null && (candidate.isBlank() || isHeader(candidate))) {
            candidate = source.next();
        }
        return candidate;
    }

    private boolean isHeader(Cells cells) {
        return headings.isPresent() && headings.get().equals(cells.texts());
    }

    private ReadRow<T> row(Cells cells) {
        long number = index++;
        Violations violations = new Violations();
        Optional<String> fault = shapeFault(cells);
        fault.ifPresent(sentence -> violations.add("", "type", sentence));
        Optional<Values> values = fault.isEmpty() ? Optional.of(values(cells, violations)) : Optional.empty();
        T row = values.isEmpty() ? null : type.create(values.get(), violations);
        return row != null
                ? new ReadRow.Accepted<>(number, row)
                : new ReadRow.Rejected<>(number, cells.line(), List.copyOf(cells.texts()), values, violations.list());
    }

    /** Why the record has no cells to speak of. Empty cells beyond the header's are what spreadsheets leave behind. */
    private Optional<String> shapeFault(Cells cells) {
        int width = layout.width();
        if (cells.fault().isPresent()) {
            return cells.fault();
        }
        boolean tooLong = cells.size() > width
                && !cells.texts().subList(width, cells.size()).stream().allMatch(String::isBlank);
        return tooLong || cells.size() < width
                ? Optional.of("has " + cells.size() + " cells where " + width + " are expected")
                : Optional.empty();
    }

    private Values values(Cells cells, Violations violations) {
        Binding.Source from = new Binding.Source(cells, missing, quotesMatter);
        Values values = type.values();
        for (Binding<T> binding : bindings) {
            binding.read(from, type, values, violations);
        }
        return values;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
