package dev.owlet.runtime.ingest;

import dev.owlet.runtime.format.FormatReport;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param rows of data that it has
 * @param accepted rows that are in; {@code created + updated}
 * @param version the table's version that holds them; the current one when none was accepted
 * @param replayed whether the upload was done before, and nothing was done now
 * @param first the first refused rows, at most {@value #MAX_LISTED}; of a replayed upload those that its commit has room for
 * @param file how it was understood; empty for a replayed upload
 */
public record IngestReport(
        long rows,
        long accepted,
        long created,
        long updated,
        long rejected,
        long version,
        boolean replayed,
        List<RefusedRow> first,
        Optional<FormatReport> file) {
    /** Refused rows in a report. */
    public static final int MAX_LISTED = 1_000;
}
