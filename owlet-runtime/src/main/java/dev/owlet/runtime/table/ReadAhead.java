package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Files in their order, of which the small ones among the next few are loaded while the current one is read: where each
 * takes a round trip through a network, many small files would take as many. Not thread-safe.
 */
final class ReadAhead<T> implements Iterator<DataFile> {
    private static final int FILES = 12;

    private static final ExecutorService LOADERS = loaders();

    private final Iterator<DataFile> files;
    private final FileCache<T> cache;
    private final Predicate<DataFile> isRead;
    private final Queue<Pending> pending = new ArrayDeque<>();

    private record Pending(DataFile file, CompletableFuture<Void> loaded) {}

    /** @param isRead whether the rows of a file will be read, and not only what is known of them */
    ReadAhead(Iterator<DataFile> files, FileCache<T> cache, Predicate<DataFile> isRead) {
        this.files = files;
        this.cache = cache;
        this.isRead = isRead;
    }

    /** Threads that end when there is nothing to do; who finds all of them busy loads for itself. */
    private static ExecutorService loaders() {
        return new ThreadPoolExecutor(
                0,
                FILES,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "owlet-read-ahead");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    @Override
    public boolean hasNext() {
        return !pending.isEmpty() || files.hasNext();
    }

    @Override
    public DataFile next() {
        while (pending.size() < FILES && files.hasNext()) {
            DataFile file = files.next();
            pending.add(new Pending(file, loading(file)));
        }
        Pending next = pending.poll();
        if (next == null) {
            throw new NoSuchElementException();
        }
        next.loaded.exceptionally(failure -> null).join(); // who opens a file that could not be loaded will hear why
        return next.file;
    }

    private CompletableFuture<Void> loading(DataFile file) {
        if (!isRead.test(file) || !cache.isWorthLoadingAhead(file)) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        cache.rows(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                LOADERS);
    }
}
