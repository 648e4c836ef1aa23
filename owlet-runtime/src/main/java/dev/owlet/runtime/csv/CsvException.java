package dev.owlet.runtime.csv;

/** Thrown when a file as a whole cannot be read: its encoding, its header or its quotes. The message is for people. */
public final class CsvException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CsvException(String message) {
        super(message);
    }
}
