package dev.owlet.runtime.row;

import java.util.function.Supplier;

/**
 * Whether constructors of generated records check the model's constraints. They do, but for one case: rows read back
 * from storage. A rule tightened today must not make yesterday's rows unreadable.
 */
public final class Checks {
    /** One cell a thread, made once: setting and removing the local anew for every row of a scan would cost more. */
    private static final ThreadLocal<boolean[]> OFF = ThreadLocal.withInitial(() -> new boolean[1]);

    private Checks() {}

    /** True unless the calling thread is inside {@link #without}. */
    public static boolean on() {
        return !OFF.get()[0];
    }

    /** Runs {@code body} with the checks off on this thread; for rows that were checked when they were written. */
    static <T> T without(Supplier<T> body) {
        boolean[] off = OFF.get();
        boolean before = off[0];
        off[0] = true;
        try {
            return body.get();
        } finally {
            off[0] = before;
        }
    }
}
