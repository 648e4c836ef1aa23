package dev.owlet.runtime.table;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is surely past. Files are dated by the store, whose clock need not agree with this machine's: so an object
 * is put, and its date compared with the time here. The earlier of both counts. A clock here that is fast deletes nothing
 * too early, as the store's counts then; nor does one of the store that jumped ahead; nor does one that is slow. Not thread-safe.
 */
final class StoreClock {
    private static final String MARKER = "delta/_maintenance";

    private final ObjectStore store;
    private @Nullable Instant told;

    StoreClock(ObjectStore store) {
        this.store = store;
    }

    /** A time not after now, by the store's clock and by this machine's; asked once. */
    Instant past() throws IOException {
        Instant known = told;
        if (known == null) {
            Instant here = Instant.now();
            store.put(MARKER, here.toString().getBytes(StandardCharsets.UTF_8), false);
            Instant there = store.head(MARKER).modified();
            known = there.isBefore(here) ? there : here;
            told = known;
        }
        return known;
    }
}
