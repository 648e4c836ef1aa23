package dev.owlet.examples.interop;

import io.delta.exceptions.DeltaConcurrentModificationException;

/** Spark's way of losing: a statement whose files another commit changed fails, and its caller tries again. */
final class Attempts {
    private static final int MOST = 200;

    private Attempts() {}

    static int untilCommitted(Runnable statement) {
        for (int attempt = 1; ; attempt++) {
            try {
                statement.run();
                return 1;
            } catch (RuntimeException e) {
                if (attempt == MOST || !(e instanceof DeltaConcurrentModificationException)) {
                    throw e;
                }
            }
        }
    }
}
