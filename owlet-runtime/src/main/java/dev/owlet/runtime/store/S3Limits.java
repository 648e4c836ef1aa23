package dev.owlet.runtime.store;

import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * How long and how often S3 is asked before we give up.
 *
 * @param connect until a connection stands
 * @param socket between two pieces of an answer
 * @param call one operation as a whole, with all its attempts and the pauses between them
 * @param attempts of one operation, 1 for no repetition; what is repeated is said in {@link S3Connection}
 * @param pause at most, before the second attempt; twice as long before each one after it, and ten times as long where
 *     S3 asks to slow down; how much of it is by chance
 */
record S3Limits(Duration connect, Duration socket, Duration call, int attempts, Duration pause) {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /**
     * A server that does not answer at all is given up after about 15 seconds, one that hangs after three minutes at
     * most; 64 MB go through within that at 3 Mbit/s.
     */
    static final S3Limits DEFAULT = new S3Limits(
            Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofMinutes(3), 5, Duration.ofMillis(100));

    BackoffStrategy backoff() {
        return BackoffStrategy.exponentialDelay(pause, LONGEST_PAUSE);
    }

    BackoffStrategy throttlingBackoff() {
        return BackoffStrategy.exponentialDelay(pause.multipliedBy(10), LONGEST_PAUSE);
    }
}
