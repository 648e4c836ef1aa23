package dev.owlet.runtime.ingest;

import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.format.FormatReport;
import dev.owlet.runtime.format.RowReader;
import dev.owlet.runtime.format.RowReaders;
import dev.owlet.runtime.table.Change;
import dev.owlet.runtime.table.Outcome;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.WriteOptions;
import dev.owlet.runtime.table.WriteResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes one file into one table: the good rows in one commit, the bad ones back. */
public final class Ingest {
    private static final String OPERATION = "UPLOAD";

    private Ingest() {}

    /**
     * Takes in a file. Done once for each {@link IngestOptions#upload}, however often and by however many processes it is
     * asked for: a repetition is answered as the first was, and does nothing.
     *
     * @throws dev.owlet.runtime.csv.UnreadableFileException when the file cannot be read as rows of the table's concept
     * @throws IngestException when it is too large
     * @throws dev.owlet.runtime.table.BusyException when other writers were faster each time; it may be tried again
     */
    public static <T> IngestReport run(
            Table<T> table, FileSource file, IngestOptions options, RejectsSink rejects, IngestProgress progress)
            throws IOException {
        List<Change<T>> changes = new ArrayList<>();
        List<Long> indices = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        FormatReport report;
        try (RowReader<T> rows =
                RowReaders.open(table.spec().type(), table.spec().imports(), file)) {
            report = rows.report();
            rejects.begin(report);
            while (rows.hasNext()) {
                ReadRow<T> row = rows.next();
                if (row instanceof ReadRow.Accepted<T> accepted) {
                    changes.add(
                            options.mode() == IngestMode.UPSERT
                                    ? new Change.Upsert<>(accepted.row())
                                    : new Change.Insert<>(accepted.row()));
                    indices.add(row.index());
                } else if (row instanceof ReadRow.Rejected<T> bad) {
                    refused.add(new RefusedRow(bad.index(), rows.line(), rows.cells(), bad.violations()));
                }
                progress.at(IngestProgress.Phase.READING, row.index() + 1, refused.size());
            }
        }
        WriteOptions write = new WriteOptions(
                options.user(),
                OPERATION,
                Optional.of(options.upload()),
                Optional.empty(),
                Optional.of(options.upload()));
        WriteResult<T> result = table.write(changes, write);
        long created = 0;
        long updated = 0;
        for (int i = 0; i < changes.size(); i++) {
            Outcome<T> outcome = result.outcomes().get(i);
            if (outcome instanceof Outcome.Rejected<T> rejected) {
                refused.add(new RefusedRow(indices.get(i), 0, List.of(), rejected.violations()));
            } else if (outcome instanceof Outcome.Created) {
                created++;
            } else {
                updated++;
            }
        }
        for (RefusedRow row : refused) {
            rejects.refuse(row);
        }
        rejects.keep();
        return new IngestReport(
                created + updated + refused.size(),
                created + updated,
                created,
                updated,
                refused.size(),
                result.version(),
                result.replayed(),
                refused.subList(0, Math.min(refused.size(), IngestReport.MAX_LISTED)),
                Optional.of(report));
    }
}
