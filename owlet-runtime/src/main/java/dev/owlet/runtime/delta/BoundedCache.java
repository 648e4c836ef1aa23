package dev.owlet.runtime.delta;

import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The most recently used values, up to a limit of their weights, and fewer when memory is short; the latest one always.
 * Thread-safe.
 */
public final class BoundedCache<K, V> {
    private final long limit;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    private record Entry<V>(SoftReference<V> value, long weight) {}

    /** @param limit of all weights together */
    public BoundedCache(long limit) {
        this.limit = limit;
    }

    public synchronized @Nullable V get(K key) {
        Entry<V> entry = entries.get(key);
        return entry == null ? null : entry.value.get();
    }

    public synchronized void put(K key, V value, long itsWeight) {
        Entry<V> replaced = entries.put(key, new Entry<>(new SoftReference<>(value), itsWeight));
        weight += itsWeight - (replaced == null ? 0 : replaced.weight);
        Iterator<Entry<V>> eldest = entries.values().iterator();
        while (weight > limit && entries.size() > 1) {
            weight -= eldest.next().weight;
            eldest.remove();
        }
    }
}
