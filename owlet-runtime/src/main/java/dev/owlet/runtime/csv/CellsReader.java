package dev.owlet.runtime.csv;

import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of a concept of records of cells, one at a time. A row that breaks the model comes back with every
 * violation; so does one with more or fewer cells than the header. Rows that repeat the header, and blank ones, are passed
 * over. Not thread-safe.
 *
 * @param <T> the record
 */
public final class CellsReader<T> implements ReadRows<T> {
    private final RowType<T> type;
    private final CellSource source;
    private final Missing missing;
    private final boolean quotesMatter;
    private final List<String> headings;
    private final Layout layout;
    private final List<Binding<T>> bindings;
    /** Of each cell; null where it is not read. */
    private final @Nullable CellFormat[] formats;

    private @Nullable Cells current;
    private boolean ahead;
    private long index;
    private Violations violations = new Violations();

    /**
     * Starts to read; the reader closes {@code source}.
     *
     * @throws UnreadableFileException when no heading is a field's; the methods of the reader may throw it, too
     * @throws UncheckedIOException when the source fails; so may the methods of the reader
     */
    public CellsReader(RowType<T> type, ImportSpec<T> spec, CellSource source) {
        this.type = type;
        this.source = source;
        missing = new Missing(spec.missing());
        current = first();
        boolean header = spec.header() || (current != null && Headings.areOfRejects(type, spec, current.texts()));
        quotesMatter = current == null || !header || !current.isAllQuoted();
        if (header) {
            headings = header(current);
            layout = new Header<>(type, spec.headings()).map(headings);
        } else {
            headings = List.of();
            layout = Layout.inModelOrder(type);
            ahead = true;
        }
        bindings = Binding.all(type, "", layout, new CellFormats(spec.formats()));
        formats = new CellFormat[layout.width()];
        bindings.forEach(binding -> binding.formats(formats));
    }

    /** As they stand in the file, one a cell; empty when it has none. */
    public List<String> headings() {
        return headings;
    }

    /** The field of each heading that has one, by heading, in order of the file. */
    public Map<String, String> mapped() {
        return layout.mapped();
    }

    /** Headings that are no field's; their cells are not read. */
    public List<String> unmapped() {
        return layout.unmapped();
    }

    /** Fields that no column of the file is and that every row needs. */
    public List<String> lacking() {
        Violations missing = new Violations();
        type.create(type.values(), missing);
        return missing.list().stream()
                .filter(violation -> violation.code().equals("required"))
                .map(violation -> violation.pointer().substring(1))
                .filter(field -> !layout.has(field))
                .toList();
    }

    /**
     * The record of the row that {@link #next} returned last, as the text of a file has it: what the source knows the type
     * of is written by the field's format. Ask before the next one is looked for.
     */
    @Override
    public List<String> cells() {
        Cells cells = current();
        List<String> texts = cells.texts();
        for (int i = 0; i < Math.min(texts.size(), formats.length); i++) {
            CellFormat format = formats[i];
            if (cells.isTyped(i) && format != null && format != CellFormat.PLAIN) {
                texts.set(i, written(format, texts.get(i)));
            }
        }
        return texts;
    }

    private static String written(CellFormat format, String text) {
        try {
            return format.typed(text).map(format::write).orElse(text);
        } catch (DateTimeException e) {
            return text; // of another type than the field's
        }
    }

    /** The cells of that record that are texts whatever they look like: their numbers, from 0. */
    @Override
    public Set<Integer> quoted() {
        return quotesMatter ? current().quoted() : Set.of();
    }

    /** Line of the file, from 1, on which the row that {@link #next} returned last starts. */
    @Override
    public long line() {
        return current().line();
    }

    private Cells current() {
        Cells cells = current;
        if (cells == null) {
            throw new IllegalStateException("there is no row");
        }
        return cells;
    }

    @Override
    public boolean hasNext() {
        while (!ahead) {
            current = advance();
            ahead = current == null || !(current.isBlank() || isHeader(current));
        }
        return current != null;
    }

    @Override
    public ReadRow<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ahead = false;
        return row(current());
    }

    private static List<String> header(@Nullable Cells first) {
        if (first == null) {
            throw new UnreadableFileException("The file is empty: it has neither a header nor rows.");
        }
        first.fault().ifPresent(fault -> {
            throw new UnreadableFileException("The header " + fault + ".");
        });
        return List.copyOf(first.texts());
    }

    private @Nullable Cells first() {
        Cells cells = advance();
        while (cells != null && cells.isBlank()) {
            cells = advance();
        }
        return cells;
    }

    private @Nullable Cells advance() {
        try {
            return source.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isHeader(Cells cells) {
        if (cells.size() != headings.size()) {
            return false;
        }
        for (int i = 0; i < headings.size(); i++) {
            if (!cells.is(i, headings.get(i))) {
                return false;
            }
        }
        return true;
    }

    private ReadRow<T> row(Cells cells) {
        long number = index++;
        if (!violations.isEmpty()) {
            violations = new Violations();
        }
        Optional<String> fault = shapeFault(cells);
        fault.ifPresent(sentence -> violations.add("", "type", sentence));
        Values values = fault.isEmpty() ? values(cells) : null;
        T row = values == null ? null : type.create(values, violations);
        return row != null
                ? new ReadRow.Accepted<>(number, row)
                : new ReadRow.Rejected<>(
                        number, cells.line(), List.copyOf(cells()), Optional.ofNullable(values), violations.list());
    }

    /** Why the record has no cells to speak of. Empty cells beyond the header's are what spreadsheets leave behind. */
    private Optional<String> shapeFault(Cells cells) {
        int width = layout.width();
        if (cells.fault().isPresent()) {
            return cells.fault();
        }
        boolean tooLong = cells.size() > width && !cells.isBlankFrom(width);
        return tooLong || cells.size() < width
                ? Optional.of("has " + cells.size() + " cells where " + width + " are expected")
                : Optional.empty();
    }

    private Values values(Cells cells) {
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
