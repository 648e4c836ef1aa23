package dev.owlet.runtime.row;

import java.util.function.Supplier;

/**
 * Whether constructors of generated records check the model's constraints. They do, but for one case: rows read back
 * from storage. A rule tightened today must not make yesterday's rows unreadable.
 */
public final class Checks {
    private static final ThreadLocal<Boolean> OFF = new ThreadLocal<>();

    private Checks() {}

    /** True unless the calling thread is inside {@link #without}. */
    public static boolean on() {
        return OFF.get() == null;
    }

    /** Runs {@code body} with the checks off on this thread; for rows that were checked when they were written. */
    static <T> T without(Supplier<T> body) {
        if (!on()) {
            return body.get();
        }
        OFF.set(Boolean.TRUE);
        try {
            return body.get();
        } finally {
            OFF.remove();
        }
    }
}
