package dev.owlet.runtime.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts what is asked of any store. Calls, not requests: a store may ask again after a fault. */
public final class CountingStore implements ObjectStore {
    private final ObjectStore store;
    private final Tally tally = new Tally();

    public CountingStore(ObjectStore store) {
        this.store = store;
    }

    public Counts counts() {
        return tally.counts();
    }

    @Override
    public byte[] get(String key) throws IOException {
        tally.request(S3Action.GET);
        return read(store.get(key));
    }

    @Override
    public byte[] get(String key, long from, int length) throws IOException {
        tally.request(S3Action.GET);
        return read(store.get(key, from, length));
    }

    private byte[] read(byte[] bytes) {
        tally.read(bytes.length);
        return bytes;
    }

    @Override
    public StoredObject head(String key) throws IOException {
        tally.request(S3Action.HEAD);
        return store.head(key);
    }

    @Override
    public List<StoredObject> listFrom(String key) throws IOException {
        tally.request(S3Action.LIST);
        return store.listFrom(key);
    }

    @Override
    public List<StoredObject> listAll(String folder) throws IOException {
        tally.request(S3Action.LIST);
        return store.listAll(folder);
    }

    @Override
    public void put(String key, byte[] bytes, boolean ifAbsent) throws IOException {
        tally.request(S3Action.PUT);
        tally.written(bytes.length);
        store.put(key, bytes, ifAbsent);
    }

    @Override
    public void delete(String key) throws IOException {
        tally.request(S3Action.DELETE);
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
