package dev.owlet.runtime.ingest;

import dev.owlet.runtime.format.RowReader;
import dev.owlet.runtime.row.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts the rows of a file, and hands on those that do not get in. */
final class Tally {
    private final RejectsSink rejects;
    private final List<RefusedRow> first = new ArrayList<>();
    private long rows;
    private long refused;

    Tally(RejectsSink rejects) {
        this.rejects = rejects;
    }

    /** @param reader which returned the row last */
    void count(RowReader<?> reader, int number, List<Violation> faults) throws IOException {
        rows++;
        if (faults.isEmpty()) {
            return;
        }
        refused++;
        RefusedRow row = new RefusedRow(number, reader.line(), List.copyOf(reader.cells()), reader.quoted(), faults);
        rejects.refuse(row);
        if (first.size() < IngestReport.MAX_LISTED) {
            first.add(row);
        }
    }

    long rows() {
        return rows;
    }

    long refused() {
        return refused;
    }

    List<RefusedRow> first() {
        return first;
    }
}
