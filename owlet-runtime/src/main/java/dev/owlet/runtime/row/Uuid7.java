package dev.owlet.runtime.row;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, a 12-bit counter, 62 random bits. Each is
 * greater than all before it in this JVM (section 6.2, method 1): the counter starts at a random number below its half
 * every millisecond and carries over into the milliseconds when it is used up, or when the clock steps back.
 */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    private static final int COUNTER_START_BOUND = 1 << (COUNTER_BITS - 1);

    /** Milliseconds and counter of the last UUID. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {}

    /** A new UUID. Thread-safe. */
    public static UUID next() {
        long random = RANDOM.nextLong();
        long start = (System.currentTimeMillis() << COUNTER_BITS) | (random >>> 1) % COUNTER_START_BOUND;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, start));
        return of(stamp, RANDOM.nextLong());
    }

    private static UUID of(long stamp, long random) {
        long high = (stamp >>> COUNTER_BITS << 16) | 0x7000L | (stamp & ((1 << COUNTER_BITS) - 1));
        long low = (random & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
