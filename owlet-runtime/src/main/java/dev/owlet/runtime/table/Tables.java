package dev.owlet.runtime.table;

import dev.owlet.runtime.store.ObjectStore;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * All tables of a project on one store, by concept name. Add every table before the first use: references and deletions
 * look at the others. Adding is not thread-safe; the rest is.
 */
public final class Tables {
    private final ObjectStore store;
    private final Map<String, Table<?>> byName = new LinkedHashMap<>();
    private final ReadWriteLock deletions = new ReentrantReadWriteLock(true);

    public Tables(ObjectStore store) {
        this.store = store;
    }

    /**
     * Binds a table to this store.
     *
     * @return its argument
     * @throws IllegalStateException when the concept has a table already
     */
    public <X extends Table<?>> X add(X table) {
        String name = table.spec().name();
        if (byName.putIfAbsent(name, table) != null) {
            throw new IllegalStateException("there is already a table of " + name);
        }
        table.bind(this, store);
        return table;
    }

    /** The table of a concept. */
    public Optional<Table<?>> table(String concept) {
        return Optional.ofNullable(byName.get(concept));
    }

    /**
     * What a write of any table holds while it decides and commits: shared by writes that delete nothing, exclusive for
     * deletions, so that no row comes to refer to one that goes at the same time.
     */
    Lock guard(boolean deletes) {
        return deletes ? deletions.writeLock() : deletions.readLock();
    }

    /** All tables, in the order they were added. */
    public Collection<Table<?>> all() {
        return Collections.unmodifiableCollection(byName.values());
    }
}
