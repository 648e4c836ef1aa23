package dev.owlet.runtime.csv;

/**
 * Thrown when a file as a whole cannot be read: what it is, its encoding, its header, its quotes or its size. The message
 * is a sentence for people.
 */
public final class UnreadableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }

    public UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
