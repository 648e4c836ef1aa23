package dev.owlet.runtime.ingest;

import dev.owlet.runtime.csv.ReadRow;
import dev.owlet.runtime.format.FileSource;
import dev.owlet.runtime.format.FormatReport;
import dev.owlet.runtime.format.RowReader;
import dev.owlet.runtime.format.RowReaders;
import dev.owlet.runtime.ingest.IngestProgress.Phase;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.table.Load;
import dev.owlet.runtime.table.LoadOptions;
import dev.owlet.runtime.table.Loaded;
import dev.owlet.runtime.table.Table;
import dev.owlet.runtime.table.TableSpec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Takes one file into one table: the good rows in one commit, the bad ones back. Memory does not grow with the file but
 * for some bytes a row. Not thread-safe; several may run at once, in one process or many.
 */
public final class Ingest<T> {
    private final Table<T> table;
    private final FileSource file;
    private final IngestOptions options;
    private final RejectsSink rejects;
    private final IngestProgress progress;
    private final Bounds bounds;
    private Tally tally;

    private Ingest(
            Table<T> table, FileSource file, IngestOptions options, RejectsSink rejects, IngestProgress progress) {
        this.table = table;
        this.options = options;
        this.rejects = rejects;
        this.progress = progress;
        bounds = new Bounds(file, options);
        this.file = bounds.counted();
        tally = new Tally(rejects);
    }

    /**
     * Takes in a file. Done once for each {@link IngestOptions#upload}, however often and by however many processes it is
     * asked for: a repetition is answered as the first was, and does nothing. When this throws, nothing of the file is in
     * the table.
     *
     * @throws dev.owlet.runtime.csv.UnreadableFileException when the file cannot be read as rows of the table's concept
     * @throws IngestException when it is too large, or is to be matched by what is no unique set
     * @throws dev.owlet.runtime.table.BusyException when other writers were faster each time; it may be tried again
     */
    public static <T> IngestReport run(
            Table<T> table, FileSource file, IngestOptions options, RejectsSink rejects, IngestProgress progress)
            throws IOException {
        return new Ingest<>(table, file, options, rejects, progress).run();
    }

    private IngestReport run() throws IOException {
        bounds.requireSize();
        boolean upsert = options.mode() == IngestMode.UPSERT;
        LoadOptions<T> how =
                new LoadOptions<>(options.upload(), options.user(), upsert, match(table.spec(), options.match()));
        try (Load<T> load = table.load(how)) {
            Optional<Loaded> earlier = load.earlier();
            if (earlier.isPresent()) {
                return Receipt.report(earlier.get());
            }
            FormatReport found = read(load, true);
            while (true) {
                bounds.requireTime();
                progress.at(Phase.CHECKING, tally.rows(), tally.refused());
                if (load.check()) {
                    tally = new Tally(rejects);
                    read(load, false);
                }
                rejects.keep();
                progress.at(Phase.COMMITTING, tally.rows(), tally.refused());
                Optional<Loaded> loaded = load.commit(Receipt.of(tally, load));
                if (loaded.isPresent()) {
                    return loaded.get().replayed()
                            ? Receipt.report(loaded.get())
                            : Receipt.report(loaded.get(), tally.first(), Optional.of(found));
                }
            }
        }
    }

    private static <T> List<Column<T, ?>> match(TableSpec<T> spec, List<String> fields) {
        if (fields.isEmpty()) {
            return spec.key();
        }
        return spec.unique().stream()
                .filter(set -> set.stream().map(Column::name).toList().equals(fields))
                .findFirst()
                .orElseThrow(() -> new IngestException("Rows of " + spec.name() + " cannot be matched by "
                        + String.join(", ", fields) + ", which is no unique set of it."));
    }

    /**
     * Reads the file from its first row to its last, and tells which rows do not get in, in their order.
     *
     * @param first whether the rows are new to {@code load}; else only what it refused is told
     */
    private FormatReport read(Load<T> load, boolean first) throws IOException {
        try (RowReader<T> rows =
                RowReaders.open(table.spec().type(), table.spec().imports(), file)) {
            rejects.begin(rows.report());
            for (int number = 0; rows.hasNext(); number++) {
                if (number % 1024 == 0) {
                    bounds.requireRoom(number);
                    progress.at(Phase.READING, number, tally.refused());
                }
                ReadRow<T> row = rows.next();
                List<Violation> faults = row instanceof ReadRow.Accepted<T> accepted
                        ? taken(load, number, accepted.row(), first)
                        : refused(load, number, (ReadRow.Rejected<T>) row, first);
                tally.count(rows, number, faults);
            }
            return rows.report();
        }
    }

    private List<Violation> taken(Load<T> load, int number, T row, boolean first) throws IOException {
        return first ? load.add(row) : load.why(number, row);
    }

    private List<Violation> refused(Load<T> load, int number, ReadRow.Rejected<T> row, boolean first)
            throws IOException {
        return first ? load.refuse(row.values(), row.violations()) : load.why(number, row.values(), row.violations());
    }
}
