package dev.owlet.runtime.upload;

/** Thrown when an upload is not in the state that is asked for. The message is for people. */
public final class UploadConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UploadConflictException(String message) {
        super(message);
    }
}
