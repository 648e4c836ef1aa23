package dev.owlet.runtime.local;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What random strings stand for, for a while. Bounded: the eldest goes when there are too many. Thread-safe.
 *
 * @param <V> what a string stands for
 */
final class Secrets<V> {
    private record Entry<V>(V value, Instant end) {}

    private static final int CAPACITY = 10_000;
    private static final int BYTES = 32;

    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Duration life;
    private final Clock clock;

    Secrets(Duration life, Clock clock) {
        this.life = life;
        this.clock = clock;
    }

    /** A new string of 256 random bits, in characters that need no encoding in a URL. */
    String issue(V value) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        put(secret, value);
        return secret;
    }

    synchronized void put(String secret, V value) {
        Instant now = clock.instant();
        Iterator<Entry<V>> eldestFirst = entries.values().iterator();
        while (eldestFirst.hasNext()) {
            boolean over = !eldestFirst.next().end().isAfter(now) || entries.size() >= CAPACITY;
            if (!over) {
                break;
            }
            eldestFirst.remove();
        }
        entries.put(secret, new Entry<>(value, now.plus(life)));
    }

    synchronized Optional<V> find(String secret) {
        return living(entries.get(secret));
    }

    /** Finds and forgets in one step: of several callers with the same string one gets the value. */
    synchronized Optional<V> take(String secret) {
        return living(entries.remove(secret));
    }

    private Optional<V> living(@Nullable Entry<V> entry) {
        return Optional.ofNullable(entry)
                .filter(e -> e.end().isAfter(clock.instant()))
                .map(Entry::value);
    }
}
