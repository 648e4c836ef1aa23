package dev.owlet.runtime.api;

import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import java.util.Optional;

/** The header {@code Idempotency-Key}: a request that is sent again with the same one is done once. */
final class IdempotencyKey {
    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    static Optional<String> of(Request request) {
        Optional<String> key = request.header("idempotency-key").map(String::strip);
        key.filter(text -> text.isEmpty()
                        || text.length() > LONGEST
                        || !text.chars().allMatch(c -> c > ' ' && c < 0x7F))
                .ifPresent(text -> {
                    throw new ProblemException(
                            400,
                            "An Idempotency-Key has 1 to " + LONGEST + " visible ASCII characters, such as a UUID.");
                });
        return key;
    }
}
