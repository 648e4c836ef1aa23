package dev.owlet.runtime.api;

import dev.owlet.runtime.http.ProblemException;
import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.table.WriteOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The header {@code Idempotency-Key}: a request that is sent again with the same one is done once. */
final class IdempotencyKey {
    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /** The options with the request's key, if it has one, and with what tells this request from another. */
    static WriteOptions in(Request request, WriteOptions options) {
        return of(request)
                .map(key -> options.idempotent(key, fingerprint(request)))
                .orElse(options);
    }

    private static Optional<String> of(Request request) {
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

    /** A repetition is the same to the byte: whoever repeats has no reason to change anything. */
    private static String fingerprint(Request request) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((request.method() + " " + request.path() + "?" + request.query() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(request.body()), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
