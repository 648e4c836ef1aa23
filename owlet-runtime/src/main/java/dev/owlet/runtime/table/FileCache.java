package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.RowFiles;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decoded files of one table: the most recently used ones, up to an eighth of the heap by estimate, and fewer when
 * memory is short. Thread-safe; two threads may decode the same file at once, which costs time only.
 */
final class FileCache<T> {
    /** What a byte of a small, compressed file grows to as Java objects, roughly. */
    private static final long GROWTH = 12;

    private static final long LIMIT = Runtime.getRuntime().maxMemory() / 8;

    private final RowFiles<Stored<T>> files;
    private final Map<String, Entry<T>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    private record Entry<T>(SoftReference<LoadedFile<T>> rows, long weight) {}

    FileCache(RowFiles<Stored<T>> files) {
        this.files = files;
    }

    LoadedFile<T> load(DataFile file) throws IOException {
        LoadedFile<T> known = get(file);
        if (known == null) {
            known = new LoadedFile<>(files.read(file));
            put(file, known);
        }
        return known;
    }

    private synchronized @Nullable LoadedFile<T> get(DataFile file) {
        Entry<T> entry = entries.get(file.path());
        return entry == null ? null : entry.rows.get();
    }

    private synchronized void put(DataFile file, LoadedFile<T> rows) {
        Entry<T> added = new Entry<>(new SoftReference<>(rows), file.size() * GROWTH);
        Entry<T> replaced = entries.put(file.path(), added);
        weight += added.weight - (replaced == null ? 0 : replaced.weight);
        Iterator<Entry<T>> eldest = entries.values().iterator();
        while (weight > LIMIT && entries.size() > 1) {
            weight -= eldest.next().weight;
            eldest.remove();
        }
    }
}
