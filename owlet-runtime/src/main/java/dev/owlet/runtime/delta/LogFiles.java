package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The files of one log: their keys, and how they are fetched. Thread-safe. */
final class LogFiles {
    /** A larger commit is refused, before it fills the memory of a small function. */
    static final int MAX_COMMIT_BYTES = 128 << 20;

    private static final int PARALLEL = 8;
    private static final int CACHED_BYTES = 4 << 20;

    private final ObjectStore store;
    private final String log;
    private final Map<StoredObject, byte[]> fetched = new LinkedHashMap<>(16, 0.75f, true);
    private long cachedBytes;

    LogFiles(ObjectStore store, String table) {
        this.store = store;
        log = table + "/_delta_log/";
    }

    String commitKey(long version) {
        return log + number(version) + ".json";
    }

    String checksumKey(long version) {
        return log + number(version) + ".crc";
    }

    /** Twenty digits, and not those of the machine's language. */
    static String number(long version) {
        return String.format(Locale.ROOT, "%020d", version);
    }

    /** To the microsecond, the precision of a timestamp in rows and in the API. */
    static Instant written(StoredObject file) {
        return file.modified().truncatedTo(ChronoUnit.MICROS);
    }

    LogListing list(long from) throws IOException {
        return new LogListing(store.listFrom(log + number(from)));
    }

    /** The bytes of a commit; empty when there is none. */
    Optional<byte[]> commit(long version) throws IOException {
        try {
            byte[] bytes = store.get(commitKey(version), 0, MAX_COMMIT_BYTES + 1);
            requireSmall(commitKey(version), bytes.length);
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void requireSmall(String key, long size) throws IOException {
        if (size > MAX_COMMIT_BYTES) {
            throw new IOException("the file " + key + " has more than " + (MAX_COMMIT_BYTES >> 20) + " MB");
        }
    }

    /** The bytes of a file that was listed. Files of a log never change, so that small ones are fetched once. */
    byte[] get(StoredObject listed) throws IOException {
        synchronized (fetched) {
            byte[] known = fetched.get(listed);
            if (known != null) {
                return known;
            }
        }
        if (listed.key().endsWith(".json")) {
            requireSmall(listed.key(), listed.size());
        }
        byte[] bytes = store.get(listed.key());
        keep(listed, bytes);
        return bytes;
    }

    private void keep(StoredObject listed, byte[] bytes) {
        synchronized (fetched) {
            if (bytes.length > CACHED_BYTES / 4 || fetched.putIfAbsent(listed, bytes) != null) {
                return;
            }
            cachedBytes += bytes.length;
            var oldest = fetched.entrySet().iterator();
            while (cachedBytes > CACHED_BYTES) {
                cachedBytes -= oldest.next().getValue().length;
                oldest.remove();
            }
        }
    }

    /**
     * The bytes of files that were listed, in their order; several at a time where each takes a round trip through a
     * network.
     *
     * @throws NoSuchFileException when one was removed meanwhile
     */
    List<byte[]> get(List<StoredObject> listed) throws IOException {
        if (listed.size() < 3 || store.trust().isZero()) {
            List<byte[]> found = new ArrayList<>();
            for (StoredObject file : listed) {
                found.add(get(file));
            }
            return found;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(PARALLEL, listed.size()));
        try {
            List<Future<byte[]>> pending = new ArrayList<>();
            listed.forEach(file -> pending.add(pool.submit(() -> get(file))));
            List<byte[]> found = new ArrayList<>();
            for (Future<byte[]> file : pending) {
                found.add(result(file));
            }
            return found;
        } finally {
            pool.shutdownNow();
        }
    }

    private static byte[] result(Future<byte[]> pending) throws IOException {
        try {
            return pending.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IOException("a log cannot be read: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading a log");
        }
    }
}
