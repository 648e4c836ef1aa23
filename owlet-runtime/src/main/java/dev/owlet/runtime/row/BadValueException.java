package dev.owlet.runtime.row;

/**
 * A text or JSON value that is not one of its type's. The message is a sentence for people; {@link #code()} is the word
 * that a {@link Violation} bears. Has no stack trace: bad cells are data, and a file may hold a million of them.
 */
public final class BadValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String code;

    BadValueException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** One of the codes of {@link Violation}. */
    public String code() {
        return code;
    }

    static BadValueException type(String message) {
        return new BadValueException("type", message);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
