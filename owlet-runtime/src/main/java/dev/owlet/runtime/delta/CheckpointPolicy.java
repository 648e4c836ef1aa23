package dev.owlet.runtime.delta;

import java.io.IOException;

/**
 * When checkpoints are written: every ten commits, or as the table's property {@code delta.checkpointInterval} says.
 * Which version gets one is a matter of its number, so that of many racing writers exactly one, who made that version,
 * writes it. Should that one die before it does, the writer of the version half an interval later makes up for it.
 * Thread-safe.
 */
final class CheckpointPolicy {
    private static final System.Logger LOGGER = System.getLogger(CheckpointPolicy.class.getName());
    private static final int INTERVAL = 10;

    private final String table;
    private final KernelCheckpoints checkpoints;
    private volatile long last;

    CheckpointPolicy(String table, KernelCheckpoints checkpoints) {
        this.table = table;
        this.checkpoints = checkpoints;
    }

    /** Tells of a checkpoint that was seen. */
    void saw(long version) {
        last = Math.max(last, version);
    }

    /** Writes a checkpoint when one is due. Failure is only logged: the commit stands, and reading takes a bit longer. */
    void committed(Snapshot snapshot) {
        try {
            if (isDue(snapshot)) {
                checkpoints.write(snapshot.version());
                saw(snapshot.version());
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "no checkpoint of " + table + " at " + snapshot.version(), e);
        }
    }

    private boolean isDue(Snapshot snapshot) throws IOException {
        long version = snapshot.version();
        int interval = interval(snapshot.definition());
        if (version == 0 || version % interval == 0) {
            return version > 0;
        }
        if (version % interval != interval / 2 || version - last < interval) {
            return false;
        }
        saw(checkpoints.hint().orElse(0));
        return version - last >= interval;
    }

    private static int interval(TableDefinition definition) {
        String set = definition.configuration().getOrDefault("delta.checkpointInterval", "");
        return set.matches("[1-9]\\d{0,8}") ? Integer.parseInt(set) : INTERVAL;
    }
}
