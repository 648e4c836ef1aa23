package dev.owlet.runtime.table;

import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A store that lets a test do something before each call, such as fail, or commit beside it; its clock may go wrong. */
final class HookedStore implements ObjectStore {
    enum Call {
        GET,
        HEAD,
        LIST,
        PUT,
        DELETE,
        SWEEP
    }

    interface Hook {
        void before(Call call, String key) throws IOException;
    }

    private final ObjectStore store;
    private final Duration ahead;
    private volatile Hook hook = (call, key) -> {};

    HookedStore(ObjectStore store) {
        this(store, Duration.ZERO);
    }

    /** @param ahead of the true time, in all dates that the store tells */
    HookedStore(ObjectStore store, Duration ahead) {
        this.store = store;
        this.ahead = ahead;
    }

    HookedStore hook(Hook other) {
        hook = other;
        return this;
    }

    private StoredObject dated(StoredObject object) {
        return new StoredObject(object.key(), object.size(), object.modified().plus(ahead));
    }

    @Override
    public byte[] get(String key) throws IOException {
        hook.before(Call.GET, key);
        return store.get(key);
    }

    @Override
    public byte[] get(String key, long from, int length) throws IOException {
        hook.before(Call.GET, key);
        return store.get(key, from, length);
    }

    @Override
    public StoredObject head(String key) throws IOException {
        hook.before(Call.HEAD, key);
        return dated(store.head(key));
    }

    @Override
    public List<StoredObject> listFrom(String key) throws IOException {
        hook.before(Call.LIST, key);
        return store.listFrom(key).stream().map(this::dated).toList();
    }

    @Override
    public List<StoredObject> listAll(String folder) throws IOException {
        hook.before(Call.LIST, folder);
        return store.listAll(folder).stream().map(this::dated).toList();
    }

    @Override
    public void put(String key, byte[] bytes, boolean ifAbsent) throws IOException {
        hook.before(Call.PUT, key);
        store.put(key, bytes, ifAbsent);
    }

    @Override
    public void delete(String key) throws IOException {
        hook.before(Call.DELETE, key);
        store.delete(key);
    }

    @Override
    public int sweep(String folder, Instant before) throws IOException {
        hook.before(Call.SWEEP, folder);
        return store.sweep(folder, before.minus(ahead));
    }

    @Override
    public Duration trust() {
        return store.trust();
    }
}
