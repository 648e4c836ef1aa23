package dev.owlet.runtime.table;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How {@link Maintenance} is to be done. Immutable. */
public final class MaintenanceOptions {
    /** What readers, time travel and repeated idempotent writes can count on; Delta's default too. */
    private static final Duration RETENTION = Duration.ofDays(7);

    private final boolean dryRun;
    private final Duration retention;
    private final boolean dangerous;
    private final BooleanSupplier hasTime;

    private MaintenanceOptions(boolean dryRun, Duration retention, boolean dangerous, BooleanSupplier hasTime) {
        this.dryRun = dryRun;
        this.retention = retention;
        this.dangerous = dangerous;
        this.hasTime = hasTime;
    }

    /** Does everything, and takes its time. Data files stay for a week after they left the table. */
    public static MaintenanceOptions usual() {
        return new MaintenanceOptions(false, RETENTION, false, () -> true);
    }

    /** Changes no table, and tells what would be done. */
    public MaintenanceOptions dry() {
        return new MaintenanceOptions(true, retention, dangerous, hasTime);
    }

    /** @param condition asked between steps of a few seconds; once false, nothing new is begun */
    public MaintenanceOptions whileTrue(BooleanSupplier condition) {
        return new MaintenanceOptions(dryRun, retention, dangerous, condition);
    }

    /**
     * Any retention at all, for tests: a write that takes longer than this to make its files and commit them, or a reader
     * that takes as long, loses them.
     */
    MaintenanceOptions dangerousRetention(Duration shorter) {
        return new MaintenanceOptions(dryRun, shorter, true, hasTime);
    }

    boolean isDry() {
        return dryRun;
    }

    /** @param ofTable what the table's properties ask for, which wins when it is longer */
    Duration retention(Duration ofTable) {
        return dangerous || ofTable.compareTo(retention) < 0 ? retention : ofTable;
    }

    boolean hasTime() {
        return hasTime.getAsBoolean();
    }
}
