package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.Cells;
import dev.owlet.runtime.csv.CellsReader;
import dev.owlet.runtime.csv.Headings;
import dev.owlet.runtime.csv.ImportSpec;
import dev.owlet.runtime.row.RowType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of one sheet of a workbook: of several, the one whose first row has the most headings of fields. */
final class XlsxRows {
    private static final int MAX_SHEETS = 20;

    private XlsxRows() {}

    static <T> RowReader<T> open(RowType<T> type, ImportSpec<T> spec, Opening opening, Zipped zip) throws IOException {
        Workbook workbook = Workbook.read(zip);
        Workbook.Sheet sheet = best(type, spec, zip, workbook);
        SheetSource source = new SheetSource(Workbook.part(zip, sheet.part()), workbook);
        CellsReader<T> rows = new CellsReader<>(type, spec, source);
        List<String> assumed = new ArrayList<>(opening.lacking(rows.lacking()));
        if (workbook.sheets().size() > 1) {
            assumed.add("Of " + workbook.sheets().size() + " sheets, \"" + sheet.name() + "\" is the one to read.");
        }
        FormatReport report = new FormatReport(
                FileFormat.XLSX,
                opening.wrapped(),
                Optional.of(sheet.name()),
                Optional.empty(),
                Optional.empty(),
                rows.headings(),
                rows.mapped(),
                rows.unmapped(),
                assumed);
        return ReportedRows.closing(ReportedRows.of(rows, report), zip);
    }

    private static <T> Workbook.Sheet best(RowType<T> type, ImportSpec<T> spec, Zipped zip, Workbook workbook)
            throws IOException {
        Workbook.Sheet best = workbook.sheets().get(0);
        long most = 0;
        List<Workbook.Sheet> sheets = workbook.sheets();
        for (Workbook.Sheet sheet : sheets.subList(0, Math.min(sheets.size(), MAX_SHEETS))) {
            long known = sheets.size() == 1 ? 0 : known(type, spec, Workbook.part(zip, sheet.part()), workbook);
            if (known > most) {
                best = sheet;
                most = known;
            }
        }
        return best;
    }

    /** How many headings of fields the sheet has; without header, whether it has anything. */
    private static <T> long known(RowType<T> type, ImportSpec<T> spec, XmlPart part, Workbook workbook)
            throws IOException {
        try (SheetSource source = new SheetSource(part, workbook)) {
            Cells first = source.next();
            if (first == null) {
                return 0;
            }
            return spec.header() ? Headings.known(type, spec, first.texts()) : 1;
        }
    }
}
