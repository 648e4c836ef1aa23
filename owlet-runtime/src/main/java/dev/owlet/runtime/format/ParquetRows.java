package dev.owlet.runtime.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.csv.CellSource;
import dev.owlet.runtime.csv.Cells;
import dev.owlet.runtime.csv.CellsReader;
import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.UnreadableFileException;
import dev.owlet.runtime.delta.ForeignFile;
import dev.owlet.runtime.row.RowType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file: its types are known, so formats of the model are for its texts alone. */
final class ParquetRows implements CellSource {
    private final ForeignFile file;
    private final Cells cells = new Cells();
    private long row;

    private ParquetRows(ForeignFile file) {
        this.file = file;
    }

    static <T> RowReader<T> open(RowType<T> type, ImportSpec<T> spec, Opening opening, FileSource source)
            throws IOException {
        ForeignFile file;
        try {
            file = ForeignFile.open(source.name(), source.size(), source::read);
        } catch (IOException e) {
            throw unreadable(e);
        }
        CellsReader<T> rows = new CellsReader<>(type, spec.withHeader(), new ParquetRows(file));
        FormatReport report = new FormatReport(
                FileFormat.PARQUET,
                opening.wrapped(),
                opening.part(),
                Optional.empty(),
                Optional.empty(),
                rows.headings(),
                rows.mapped(),
                rows.unmapped(),
                opening.lacking(rows.lacking()));
        return ReportedRows.of(rows, report);
    }

    private static UnreadableFileException unreadable(IOException e) {
        return new UnreadableFileException("The Parquet file cannot be read: " + e.getMessage(), e);
    }

    @Override
    public @Nullable Cells next() throws IOException {
        cells.begin(row);
        if (row++ == 0) {
            file.columns().forEach(cells::add);
            return cells;
        }
        List<@Nullable JsonNode> values;
        try {
            values = file.next();
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (values == null) {
            return null;
        }
        for (int i = 0; i < values.size(); i++) {
            add(values.get(i), file.isText(i));
        }
        return cells;
    }

    private void add(@Nullable JsonNode value, boolean isText) {
        if (value == null) {
            cells.add("");
        } else if (isText) {
            cells.addLiteral(value.textValue());
        } else {
            cells.addPresent(value.isContainerNode() ? value.toString() : value.asText());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
