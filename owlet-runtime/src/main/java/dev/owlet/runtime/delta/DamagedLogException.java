package dev.owlet.runtime.delta;

import java.io.IOException;

/** Thrown when a checkpoint cannot be read or does not say what was written; older files of the log may still tell. */
final class DamagedLogException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedLogException(String message, Throwable cause) {
        super(message, cause);
    }

    DamagedLogException(String message) {
        super(message);
    }
}
