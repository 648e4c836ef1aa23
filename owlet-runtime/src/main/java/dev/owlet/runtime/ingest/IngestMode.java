package dev.owlet.runtime.ingest;

/** What becomes of a row that the table has already. */
public enum IngestMode {
    /** The row of the file is refused. */
    INSERT,
    /** The row of the file takes its place. */
    UPSERT
}
