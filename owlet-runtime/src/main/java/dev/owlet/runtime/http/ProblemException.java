package dev.owlet.runtime.http;

import dev.owlet.runtime.row.Violation;
import java.util.List;

/**
 * Ends the handling of a request with a problem document (RFC 9457). A handler throws it with a sentence for the person
 * who made the mistake; it never carries internals.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Violation> errors;

    /** @param status HTTP status, 400 to 599 */
    public ProblemException(int status, String detail) {
        this(status, detail, List.of());
    }

    /** @param errors every fault, all at once; {@code pointer} is a JSON Pointer or the name of a query parameter */
    public ProblemException(int status, String detail, List<Violation> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Violation> errors() {
        return errors;
    }
}
