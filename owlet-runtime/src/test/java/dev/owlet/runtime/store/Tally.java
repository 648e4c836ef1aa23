package dev.owlet.runtime.store;

import java.util.EnumMap;
import java.util.Map;

/** Counts as they grow. Thread-safe. */
final class Tally {
    private final Map<S3Action, Long> requests = new EnumMap<>(S3Action.class);
    private long read;
    private long written;

    synchronized void request(S3Action action) {
        requests.merge(action, 1L, Long::sum);
    }

    synchronized void read(long bytes) {
        read += bytes;
    }

    synchronized void written(long bytes) {
        written += bytes;
    }

    synchronized Counts counts() {
        return new Counts(
                of(S3Action.GET),
                of(S3Action.HEAD),
                of(S3Action.LIST),
                of(S3Action.PUT),
                of(S3Action.DELETE),
                read,
                written);
    }

    private long of(S3Action action) {
        return requests.getOrDefault(action, 0L);
    }
}
