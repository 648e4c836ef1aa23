package dev.owlet.runtime.local;

import dev.owlet.runtime.http.Response;
import java.util.Map;

/** An error of the protocol (RFC 6749, sections 4.1.2.1 and 5.2). */
final class OAuthException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String error;

    /**
     * @param error the code, such as {@code invalid_grant}
     * @param description a sentence for the developer, without anything that came with the request
     */
    OAuthException(String error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    static OAuthException invalidRequest(String description) {
        return new OAuthException("invalid_request", description);
    }

    static OAuthException invalidGrant(String description) {
        return new OAuthException("invalid_grant", description);
    }

    String error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    /** The answer of an endpoint that a program calls. */
    Response response() {
        return Response.json(400, Map.of("error", error, "error_description", description()));
    }
}
