package dev.owlet.runtime.table;

/** Thrown when a table is asked for a version that it never had, or that log clean-up removed. */
public final class UnknownVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message a sentence for people */
    public UnknownVersionException(String message) {
        super(message);
    }
}
