package dev.owlet.runtime.local;

import dev.owlet.runtime.format.FormatReport;
import dev.owlet.runtime.ingest.IngestReport;
import dev.owlet.runtime.ingest.RefusedRow;
import dev.owlet.runtime.row.Violation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of a file, for people at a terminal. */
final class ImportText {
    private static final int SHOWN = 20;

    private final PrintStream out;

    ImportText(PrintStream out) {
        this.out = out;
    }

    /** @param refused the file of the rows that are not in */
    void print(IngestReport report, Optional<Path> refused) {
        line(String.format(
                Locale.ROOT,
                "%,d %s: %,d created, %,d updated, %,d refused. %s",
                report.rows(),
                report.rows() == 1 ? "row" : "rows",
                report.created(),
                report.updated(),
                report.rejected(),
                report.version() < 0
                        ? "The table has no rows yet."
                        : "The table is at version " + report.version() + "."));
        report.file().ifPresent(this::print);
        report.first().stream().limit(SHOWN).forEach(this::print);
        long more = report.rejected() - Math.min(SHOWN, report.first().size());
        if (more > 0) {
            line(String.format(Locale.ROOT, "  and %,d more", more));
        }
        refused.ifPresent(file -> line(
                "Refused rows are in " + file + ", with the reason of each: mend them, and import that" + " file."));
    }

    private void print(FormatReport file) {
        file.assumed().forEach(sentence -> line("  " + sentence));
        file.unmapped()
                .forEach(heading -> line("  The column \"" + heading + "\""
                        + (file.mapped().containsKey(heading)
                                ? " is there more than once: the first was read."
                                : " is no field, and was not read.")));
    }

    private void print(RefusedRow row) {
        String faults = row.violations().stream().map(ImportText::text).collect(Collectors.joining("; "));
        line("  row " + (row.index() + 1) + (row.line() > 0 ? " (line " + row.line() + ")" : "") + ": " + faults);
    }

    private static String text(Violation violation) {
        String where = violation.pointer().startsWith("/") ? violation.pointer().substring(1) : violation.pointer();
        return (where.isEmpty() ? "" : where + ": ") + violation.message();
    }

    private void line(String text) {
        out.println(text.replaceAll("\\p{Cntrl}", " "));
    }
}
