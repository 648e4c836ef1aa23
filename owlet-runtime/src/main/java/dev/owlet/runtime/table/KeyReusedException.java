package dev.owlet.runtime.table;

/** Thrown when an idempotency key comes again with another number of changes: it cannot be the same request. */
public final class KeyReusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message a sentence for people */
    public KeyReusedException(String message) {
        super(message);
    }
}
