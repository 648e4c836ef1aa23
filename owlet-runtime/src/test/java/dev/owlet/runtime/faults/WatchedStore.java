package dev.owlet.runtime.faults;

import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Counts the commits that another writer's came before. */
class WatchedStore implements ObjectStore {
    private static final Pattern COMMIT = Pattern.compile(".*/_delta_log/\\d{20}\\.json");

    private final ObjectStore store;
    private final AtomicLong conflicts = new AtomicLong();

    WatchedStore(ObjectStore store) {
        this.store = store;
    }

    long conflicts() {
        return conflicts.get();
    }

    @Override
    public byte[] get(String key) throws IOException {
        return store.get(key);
    }

    @Override
    public byte[] get(String key, long from, int length) throws IOException {
        return store.get(key, from, length);
    }

    @Override
    public StoredObject head(String key) throws IOException {
        return store.head(key);
    }

    @Override
    public List<StoredObject> listFrom(String key) throws IOException {
        return store.listFrom(key);
    }

    @Override
    public List<StoredObject> listAll(String folder) throws IOException {
        return store.listAll(folder);
    }

    @Override
    public void put(String key, byte[] bytes, boolean ifAbsent) throws IOException {
        try {
            store.put(key, bytes, ifAbsent);
        } catch (FileAlreadyExistsException e) {
            if (COMMIT.matcher(key).matches()) {
                conflicts.incrementAndGet();
            }
            throw e;
        }
    }

    @Override
    public void delete(String key) throws IOException {
        store.delete(key);
    }

    @Override
    public int sweep(String folder, Instant before) throws IOException {
        return store.sweep(folder, before);
    }

    @Override
    public Duration trust() {
        return store.trust();
    }

    @Override
    public String toString() {
        return store.toString();
    }
}
