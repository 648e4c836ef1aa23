package dev.owlet.runtime.table;

/** Thrown when an upload cannot be undone; nothing was changed. The message is for people. */
public final class UndoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndoException(String message) {
        super(message);
    }
}
