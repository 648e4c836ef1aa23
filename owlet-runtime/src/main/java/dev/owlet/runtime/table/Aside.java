package dev.owlet.runtime.table;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Does one thing at a time beside the caller, where there is a second processor for it. Not thread-safe. */
final class Aside {
    private static final boolean ALONE = Runtime.getRuntime().availableProcessors() == 1;

    private Optional<FutureTask<Void>> running = Optional.empty();

    interface Work {
        void run() throws IOException;
    }

    /** Begins when what runs has ended; throws what that threw. */
    void begin(Work work) throws IOException {
        end();
        FutureTask<Void> task = new FutureTask<>(() -> {
            work.run();
            return null;
        });
        running = Optional.of(task);
        if (ALONE) {
            task.run();
        } else {
            Thread thread = new Thread(task, "owlet-load");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Waits until nothing runs; throws what it threw. */
    void end() throws IOException {
        if (running.isEmpty()) {
            return;
        }
        FutureTask<Void> task = running.get();
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while files were written");
        } catch (ExecutionException e) {
            running = Optional.empty();
            throw thrown(e.getCause());
        }
        running = Optional.empty();
    }

    private static IOException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException exception) {
            throw exception;
        }
        return cause instanceof IOException exception ? exception : new IOException(cause);
    }
}
