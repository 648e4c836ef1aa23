package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.CsvReader;
import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.ReadReport;
import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.row.RowType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Delimited text. */
final class CsvRows<T> implements RowReader<T> {
    private static final Map<Character, String> NAMES =
            Map.of(',', "a comma", ';', "a semicolon", '\t', "a tab", '|', "a bar");

    private final CsvReader<T> rows;
    private final FormatReport report;

    private CsvRows(CsvReader<T> rows, FormatReport report) {
        this.rows = rows;
        this.report = report;
    }

    static <T> CsvRows<T> open(RowType<T> type, ImportSpec<T> spec, Opening opening, InputStream bytes) {
        CsvReader<T> rows = CsvReader.open(type, spec, bytes);
        ReadReport read = rows.report();
        List<String> assumed = new ArrayList<>(opening.lacking(rows.lacking()));
        if (read.charsetAssumed()) {
            assumed.add("The encoding is " + read.charset() + ", by its zero bytes.");
        }
        if (spec.delimiter().isEmpty()) {
            assumed.add("Cells are divided by " + NAMES.getOrDefault(read.delimiter(), String.valueOf(read.delimiter()))
                    + ".");
        }
        if (read.headings().isEmpty()) {
            assumed.add("The columns stand in the order of the model, as the file has no header.");
        }
        return new CsvRows<>(
                rows,
                new FormatReport(
                        FileFormat.CSV,
                        opening.wrapped(),
                        opening.part(),
                        Optional.of(read.charset().name()),
                        Optional.of(read.delimiter()),
                        read.headings(),
                        read.mapped(),
                        read.unmapped(),
                        assumed));
    }

    @Override
    public FormatReport report() {
        return report;
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
