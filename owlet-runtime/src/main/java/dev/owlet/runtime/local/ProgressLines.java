package dev.owlet.runtime.local;

import dev.owlet.runtime.table.MaintenanceProgress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Prints how maintenance goes on: a line a second at most, so that short work prints none. */
final class ProgressLines implements MaintenanceProgress {
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final PrintStream out;
    private long printed = System.nanoTime();

    ProgressLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(String table, String step, long done, long total) {
        long now = System.nanoTime();
        if (now - printed >= INTERVAL) {
            printed = now;
            out.printf(Locale.ROOT, "  %s: %s, %,d of %,d%n", table, step, done, total);
        }
    }
}
