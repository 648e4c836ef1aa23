package dev.owlet.runtime.table;

/** Thrown when a write gave way to other writers again and again; nothing was written, and it may be tried again. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message a sentence for people */
    BusyException(String message) {
        super(message);
    }

    public BusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
