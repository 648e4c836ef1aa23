package dev.owlet.runtime.ingest;

/** Thrown when a file as a whole is refused; nothing of it got in. The message is for people. */
public final class IngestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IngestException(String message) {
        super(message);
    }
}
