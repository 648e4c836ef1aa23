package dev.owlet.runtime.table;

/** Thrown when a table is asked for a version that it never had, or that maintenance removed, as a whole or its files. */
public final class UnknownVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message a sentence for people */
    public UnknownVersionException(String message) {
        super(message);
    }
}
