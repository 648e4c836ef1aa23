package dev.owlet.runtime.store;

import java.time.Duration;

/**
 * How long and how often S3 is asked before we give up.
 *
 * @param connect until a connection stands
 * @param socket between two pieces of an answer
 * @param call one operation as a whole, with all its attempts and the pauses between them
 * @param attempts of one operation, 1 for no repetition; what is repeated is said in {@link S3Connection}
 */
record S3Limits(Duration connect, Duration socket, Duration call, int attempts) {
    /**
     * A server that does not answer at all is given up after about 15 seconds, one that hangs after three minutes at
     * most; 64 MB go through within that at 3 Mbit/s.
     */
    static final S3Limits DEFAULT =
            new S3Limits(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofMinutes(3), 5);
}
