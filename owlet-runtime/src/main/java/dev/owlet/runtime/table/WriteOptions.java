package dev.owlet.runtime.table;

import java.util.Optional;

/**
 * Who writes, and how.
 *
 * @param user user name, kept in the system columns and in the history
 * @param operation one word for the history: {@code INSERT UPSERT UPDATE DELETE BATCH}
 * @param idempotencyKey writes with the same key and table are done once; a repetition is answered as the first was
 * @param fingerprint tells one request from another, so that a key that comes again with another one is refused instead
 *     of answered with what the first one did; without it the number of changes alone tells
 * @param upload kept in {@code _upload}
 */
public record WriteOptions(
        String user,
        String operation,
        Optional<String> idempotencyKey,
        Optional<String> fingerprint,
        Optional<String> upload) {
    public static WriteOptions by(String user, String operation) {
        return new WriteOptions(user, operation, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public WriteOptions idempotent(Optional<String> key) {
        return new WriteOptions(user, operation, key, Optional.empty(), upload);
    }

    public WriteOptions idempotent(String key, String requestFingerprint) {
        return new WriteOptions(user, operation, Optional.of(key), Optional.of(requestFingerprint), upload);
    }
}
