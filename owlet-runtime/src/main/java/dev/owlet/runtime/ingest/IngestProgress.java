package dev.owlet.runtime.ingest;

/** Hears how far it is; called often, must be quick. */
@FunctionalInterface
public interface IngestProgress {
    IngestProgress SILENT = (phase, rows, rejected) -> {};

    /** What is being done. */
    enum Phase {
        READING,
        CHECKING,
        COMMITTING
    }

    /**
     * @param rows read so far
     * @param rejected of those, so far
     */
    void at(Phase phase, long rows, long rejected);
}
