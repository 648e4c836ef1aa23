package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.CsvReader;
import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.csv.ReadReport;
import dev.owlet.runtime.row.RowType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Delimited text. */
final class CsvRows {
    private static final Map<Character, String> NAMES =
            Map.of(',', "a comma", ';', "a semicolon", '\t', "a tab", '|', "a bar");

    private CsvRows() {}

    static <T> RowReader<T> open(RowType<T> type, ImportSpec<T> spec, Opening opening, InputStream bytes) {
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
        return ReportedRows.of(
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
}
