package dev.owlet.runtime.table;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Tells what is surely past. Files are dated by the store, whose clock need not agree with this machine's: so an object
 * is put, and its date compared with the time here. The earlier of both counts. A clock here that is fast deletes nothing
 * too early, as the store's counts then; nor does one of the store that jumped ahead; nor does one that is slow.
 */
final class StoreClock {
    private static final String MARKER = "delta/_maintenance";

    private final ObjectStore store;

    StoreClock(ObjectStore store) {
        this.store = store;
    }

    /** A time not after now, by the store's clock and by this machine's. */
    Instant now() throws IOException {
        Instant here = Instant.now();
        store.put(MARKER, here.toString().getBytes(StandardCharsets.UTF_8), false);
        Instant there = store.head(MARKER).modified();
        return there.isBefore(here) ? there : here;
    }
}
