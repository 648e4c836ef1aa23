package dev.owlet.runtime.table;

import dev.owlet.runtime.store.ObjectStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All tables of a project on one store, by concept name. Add every table before the first use: references and deletions
 * look at the others. Adding is not thread-safe; the rest is.
 */
public final class Tables {
    private final ObjectStore store;
    private final Clock clock;
    private final Map<String, Table<?>> byName = new LinkedHashMap<>();

    public Tables(ObjectStore store) {
        this(store, Clock.systemUTC());
    }

    /** @param clock dates rows and commits; nothing that must hold depends on it, be it wrong by any time */
    public Tables(ObjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
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

    /** Where all of them lie. */
    public ObjectStore objects() {
        return store;
    }

    /** What dates rows and commits. */
    public Clock clock() {
        return clock;
    }

    /** The table of a concept. */
    public Optional<Table<?>> table(String concept) {
        return Optional.ofNullable(byName.get(concept));
    }

    /** The other tables whose rows may refer to those of a concept. */
    List<TableStore<?>> referrers(String concept) {
        List<TableStore<?>> referrers = new ArrayList<>();
        for (Table<?> table : byName.values()) {
            if (!table.spec().name().equals(concept)
                    && table.spec().references().containsValue(concept)) {
                referrers.add(table.store());
            }
        }
        return referrers;
    }

    /** All tables, in the order they were added. */
    public Collection<Table<?>> all() {
        return Collections.unmodifiableCollection(byName.values());
    }
}
