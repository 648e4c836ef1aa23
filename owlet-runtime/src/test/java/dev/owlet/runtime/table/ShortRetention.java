package dev.owlet.runtime.table;

import java.time.Duration;

/** Maintenance that throws away soon what is no longer needed, for tests that cannot wait for a week. */
public final class ShortRetention {
    private ShortRetention() {}

    /** @param retention longer than any write or read takes */
    public static MaintenanceOptions of(Duration retention) {
        return MaintenanceOptions.usual().dangerousRetention(retention);
    }
}
