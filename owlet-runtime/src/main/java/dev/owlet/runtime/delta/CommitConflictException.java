package dev.owlet.runtime.delta;

import java.io.IOException;

/** Thrown when another writer was first. Nothing was changed. */
public final class CommitConflictException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What the other writer did. */
    public enum Reason {
        /** It made the version that this commit would have made: decide anew from the latest snapshot. */
        VERSION_TAKEN,
        /** It removed files that this commit was to replace: their rows were changed, or moved already. */
        FILES_GONE,
        /** It changed the schema or made the table anew. */
        TABLE_CHANGED
    }

    public CommitConflictException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    CommitConflictException(String message, Throwable cause) {
        super(message, cause);
        reason = Reason.VERSION_TAKEN;
    }

    public Reason reason() {
        return reason;
    }
}
