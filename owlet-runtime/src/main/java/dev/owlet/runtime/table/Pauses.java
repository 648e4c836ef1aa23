package dev.owlet.runtime.table;

import java.io.InterruptedIOException;
import java.util.concurrent.ThreadLocalRandom;

/** Waiting for other writers. */
final class Pauses {
    private static final long MAX_MILLIS = 200;

    private Pauses() {}

    /** Random, so that writers who met once do not meet again; longer with every loss. */
    static void afterLoss(int losses) throws InterruptedIOException {
        millis(ThreadLocalRandom.current().nextLong(1, Math.min(MAX_MILLIS, 5L * losses + 5)));
    }

    static void millis(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for other writers");
        }
    }
}
