package dev.owlet.runtime.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who brings a file, and how it is taken.
 *
 * @param upload identifies the upload: what has been done under it is not done again
 * @param user user name, kept in the system columns and in the history
 * @param mode what becomes of rows that the table has already
 * @param match the fields of a unique set by which rows are known again; by their key when empty. For {@code UPSERT}
 * @param within how long it may take; a file that needs longer is refused, with the size that this time bears
 * @param maxBytes of the file; {@code Long.MAX_VALUE} for any
 */
public record IngestOptions(
        String upload, String user, IngestMode mode, List<String> match, Optional<Duration> within, long maxBytes) {
    public IngestOptions {
        match = List.copyOf(match);
    }

    /** Rows that must not exist yet. */
    public static IngestOptions insert(String upload, String user) {
        return new IngestOptions(upload, user, IngestMode.INSERT, List.of(), Optional.empty(), Long.MAX_VALUE);
    }

    /** Rows that are created, or take the place of those with their keys. */
    public static IngestOptions upsert(String upload, String user) {
        return new IngestOptions(upload, user, IngestMode.UPSERT, List.of(), Optional.empty(), Long.MAX_VALUE);
    }

    /** The same, with rows known again by the fields of a unique set. */
    public IngestOptions matching(List<String> fields) {
        return new IngestOptions(upload, user, mode, fields, within, maxBytes);
    }

    /** The same, within bounds. */
    public IngestOptions bounded(Duration time, long bytes) {
        return new IngestOptions(upload, user, mode, match, Optional.of(time), bytes);
    }
}
