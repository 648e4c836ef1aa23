package dev.owlet.runtime.delta;

import java.io.IOException;

/** Thrown when a table was given features, by another engine, that this reader or writer does not know. */
public final class UnsupportedTableException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message what the table demands, for people */
    public UnsupportedTableException(String message) {
        super(message);
    }
}
