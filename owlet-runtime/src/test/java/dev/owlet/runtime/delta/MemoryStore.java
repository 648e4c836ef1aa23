package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Objects in memory, as fast as tests like; counts requests, and says that objects were written when it is told to. */
final class MemoryStore implements ObjectStore {
    private record Held(byte[] bytes, Instant written) {}

    private final NavigableMap<String, Held> objects = new TreeMap<>();
    private final List<String> requests = new ArrayList<>();
    private Duration trust = Duration.ZERO;

    /** Behaves like a bucket: an object that was seen counts as there for a while. */
    MemoryStore trusting(Duration duration) {
        trust = duration;
        return this;
    }

    synchronized void date(String key, Instant written) throws NoSuchFileException {
        objects.put(key, new Held(held(key).bytes, written));
    }

    /** The requests since the last call, such as {@code GET 00000000000000000001.json}. */
    synchronized List<String> requests() {
        List<String> made = List.copyOf(requests);
        requests.clear();
        return made;
    }

    private void count(String method, String key) {
        requests.add(method + " " + key.substring(key.lastIndexOf('/') + 1));
    }

    private Held held(String key) throws NoSuchFileException {
        Held held = objects.get(key);
        if (held == null) {
            throw new NoSuchFileException(key);
        }
        return held;
    }

    @Override
    public synchronized byte[] get(String key) throws NoSuchFileException {
        count("GET", key);
        return held(key).bytes.clone();
    }

    @Override
    public synchronized byte[] get(String key, long from, int length) throws NoSuchFileException {
        count("GET", key);
        byte[] bytes = held(key).bytes;
        int start = (int) Math.min(from, bytes.length);
        return Arrays.copyOfRange(bytes, start, (int) Math.min((long) start + length, bytes.length));
    }

    @Override
    public synchronized StoredObject head(String key) throws NoSuchFileException {
        count("HEAD", key);
        return described(key, held(key));
    }

    private static StoredObject described(String key, Held held) {
        return new StoredObject(key, held.bytes.length, held.written);
    }

    @Override
    public synchronized List<StoredObject> listFrom(String key) {
        count("LIST", key);
        String folder = key.substring(0, key.lastIndexOf('/') + 1);
        return objects.tailMap(key, true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(folder))
                .filter(entry -> entry.getKey().indexOf('/', folder.length()) < 0)
                .map(entry -> described(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public synchronized List<StoredObject> listAll(String folder) {
        count("LIST", folder);
        return objects.tailMap(folder + "/", true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(folder + "/"))
                .map(entry -> described(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public synchronized void put(String key, byte[] bytes, boolean ifAbsent) throws FileAlreadyExistsException {
        count("PUT", key);
        Held there = ifAbsent ? objects.get(key) : null;
        if (there != null && Arrays.equals(there.bytes, bytes)) {
            return;
        }
        if (there != null) {
            throw new FileAlreadyExistsException(key);
        }
        objects.put(key, new Held(bytes.clone(), Instant.now()));
    }

    @Override
    public synchronized void delete(String key) {
        count("DELETE", key);
        objects.remove(key);
    }

    @Override
    public int sweep(String folder, Instant before) {
        return 0;
    }

    @Override
    public Duration trust() {
        return trust;
    }
}
