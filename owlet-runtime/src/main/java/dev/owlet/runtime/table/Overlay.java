package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.row.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table's rows as the accepted changes of one write leave them, over a view of those before. Not thread-safe. */
final class Overlay<T> {
    private final TableSpec<T> spec;
    private final SnapshotView<T> view;
    private final Map<Key, Slot<T>> slots = new LinkedHashMap<>();
    private final List<Map<Key, Key>> uniqueOwners = new ArrayList<>();

    /** One changed row: where it lay before, if it did, and what it is now; null when it was deleted. */
    private static final class Slot<T> {
        private final SnapshotView.@Nullable Located<T> before;
        private @Nullable Stored<T> now;

        Slot(SnapshotView.@Nullable Located<T> before) {
            this.before = before;
        }
    }

    Overlay(TableSpec<T> spec, SnapshotView<T> view) {
        this.spec = spec;
        this.view = view;
        spec.unique().forEach(set -> uniqueOwners.add(new HashMap<>()));
    }

    @Nullable
    Stored<T> find(Key key) {
        Slot<T> slot = slots.get(key);
        if (slot != null) {
            return slot.now;
        }
        SnapshotView.Located<T> before = view.locate(spec.key(), key);
        return before == null ? null : before.stored();
    }

    /** The key of another row that has the same values in a unique set; null when there is none. */
    @Nullable
    Key uniqueOwner(int set, T row, Key key) {
        List<Column<T, ?>> columns = spec.unique().get(set);
        Key values = Key.of(columns, row);
        if (values == null) {
            return null;
        }
        Key owner = uniqueOwners.get(set).get(values);
        if (owner == null) {
            SnapshotView.Located<T> before = view.locate(columns, values);
            owner = before == null ? null : keyOf(before.stored());
            if (owner != null && slots.containsKey(owner)) {
                return null; // that row is another by now, or gone
            }
        }
        return owner == null || owner.equals(key) ? null : owner;
    }

    void put(Key key, Stored<T> stored) {
        replace(key, stored);
        for (int set = 0; set < uniqueOwners.size(); set++) {
            Key values = Key.of(spec.unique().get(set), stored.row());
            if (values != null) {
                uniqueOwners.get(set).put(values, key);
            }
        }
    }

    void delete(Key key) {
        replace(key, null);
    }

    private void replace(Key key, @Nullable Stored<T> stored) {
        Slot<T> slot = slots.computeIfAbsent(key, k -> new Slot<>(view.locate(spec.key(), k)));
        Stored<T> before = slot.now;
        if (before != null) {
            for (int set = 0; set < uniqueOwners.size(); set++) {
                Key values = Key.of(spec.unique().get(set), before.row());
                if (values != null) {
                    uniqueOwners.get(set).remove(values, key);
                }
            }
        }
        slot.now = stored;
    }

    /** Whether a row other than {@code key} refers to {@code value} through a column of this same table. */
    boolean refers(Column<T, ?> column, Object value, Key key) {
        for (Map.Entry<Key, Slot<T>> slot : slots.entrySet()) {
            Stored<T> now = slot.getValue().now;
            if (now != null
                    && !slot.getKey().equals(key)
                    && References.values(column.get(now.row())).contains(value)) {
                return true;
            }
        }
        return view.holding(column, value)
                .map(this::keyOf)
                .anyMatch(other -> !other.equals(key) && !slots.containsKey(other));
    }

    boolean isEmpty() {
        return slots.isEmpty();
    }

    /** The rows to write, in the order in which they were first touched. */
    List<Stored<T>> written() {
        List<Stored<T>> rows = new ArrayList<>();
        for (Slot<T> slot : slots.values()) {
            Stored<T> now = slot.now;
            if (now != null) {
                rows.add(now);
            }
        }
        return rows;
    }

    /** The rows that lie in files of the view and do not any more, by position. */
    Map<DataFile, BitSet> gone() {
        Map<DataFile, BitSet> gone = new LinkedHashMap<>();
        for (Slot<T> slot : slots.values()) {
            SnapshotView.Located<T> before = slot.before;
            if (before != null) {
                gone.computeIfAbsent(before.file(), file -> new BitSet()).set(before.position());
            }
        }
        return gone;
    }

    /** How many rows there were that are none now. */
    long deleted() {
        return slots.values().stream()
                .filter(slot -> slot.before != null && slot.now == null)
                .count();
    }

    private Key keyOf(Stored<T> stored) {
        Key key = Key.of(spec.key(), stored.row());
        if (key == null) {
            throw new IllegalStateException("a stored row of " + spec.name() + " has no key");
        }
        return key;
    }
}
