package dev.owlet.runtime.delta;

import java.io.IOException;

/** Thrown when another writer was first: the version that a commit would have made exists. */
public final class CommitConflictException extends IOException {
    private static final long serialVersionUID = 1L;

    public CommitConflictException(String message, Throwable cause) {
        super(message, cause);
    }
}
