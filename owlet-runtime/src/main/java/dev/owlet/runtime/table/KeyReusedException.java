package dev.owlet.runtime.table;

/** Thrown when an idempotency key comes again with another request, whose changes would get lost. */
public final class KeyReusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message a sentence for people */
    public KeyReusedException(String message) {
        super(message);
    }
}
