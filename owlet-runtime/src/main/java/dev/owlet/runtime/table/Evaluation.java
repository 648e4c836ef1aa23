package dev.owlet.runtime.table;

import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Violations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the changes of one write against one view, in order, each seeing those before it. Pure but for reading:
 * when the commit is lost, a new evaluation decides anew. Not thread-safe.
 */
final class Evaluation<T> {
    private final TableSpec<T> spec;
    private final List<Change<T>> changes;
    private final WriteOptions options;
    private final Instant now;
    private final References references;
    private final Partitioner<T> partitioner;
    private final SnapshotView<T> view;
    private final Set<Integer> dangling = new HashSet<>();
    private final SelfReferences selfReferences;
    private Overlay<T> overlay;
    private List<Outcome<T>> outcomes = new ArrayList<>();

    Evaluation(
            TableSpec<T> spec,
            List<Change<T>> changes,
            WriteOptions options,
            Instant now,
            SnapshotView<T> view,
            References references,
            Partitioner<T> partitioner) {
        this.spec = spec;
        this.changes = changes;
        this.options = options;
        this.now = now;
        this.view = view;
        this.references = references;
        this.partitioner = partitioner;
        selfReferences = new SelfReferences(promised());
        overlay = new Overlay<>(spec, view);
    }

    /** The keys that rows of this write would have: a row may refer to a later one of its own batch. */
    private Set<Key> promised() {
        Set<Key> keys = new HashSet<>();
        if (spec.references().containsValue(spec.name())) {
            changes.forEach(change -> row(change).ifPresent(row -> keys.add(key(row))));
        }
        return keys;
    }

    private Optional<T> row(Change<T> change) {
        if (change instanceof Change.Insert<T> insert) {
            return Optional.of(insert.row());
        }
        return change instanceof Change.Upsert<T> upsert ? Optional.of(upsert.row()) : Optional.empty();
    }

    /**
     * Decides on all. A row that referred to a later row of the batch, which then was rejected, is rejected in turn, and
     * what it had made possible or impossible is decided anew.
     */
    void run() {
        expect(spec.key());
        spec.unique().forEach(this::expect);
        do {
            overlay = new Overlay<>(spec, view);
            outcomes = new ArrayList<>(changes.size());
            selfReferences.clear();
            for (int i = 0; i < changes.size(); i++) {
                outcomes.add(apply(i, changes.get(i)));
            }
        } while (dangling.addAll(selfReferences.dangling(key -> overlay.find(key) != null)));
    }

    /** Looks up all that one by one would be asked for. */
    private void expect(List<Column<T, ?>> columns) {
        Set<Key> keys = new HashSet<>();
        for (Change<T> change : changes) {
            if (change instanceof Change.Delete<T> delete) {
                Optional.of(Key.of(delete.key()))
                        .filter(key -> columns.equals(spec.key()) && key.parts().size() == columns.size())
                        .ifPresent(keys::add);
            } else {
                T row = change instanceof Change.Replace<T> replace
                        ? replace.row()
                        : row(change).orElseThrow();
                Optional.ofNullable(Key.of(columns, row)).ifPresent(keys::add);
            }
        }
        view.expect(columns, keys);
    }

    List<Outcome<T>> outcomes() {
        return outcomes;
    }

    Overlay<T> overlay() {
        return overlay;
    }

    private Outcome<T> apply(int index, Change<T> change) {
        if (change instanceof Change.Insert<T> insert) {
            return insert(index, insert.row());
        }
        if (change instanceof Change.Upsert<T> upsert) {
            return put(index, upsert.row(), overlay.find(key(upsert.row())));
        }
        if (change instanceof Change.Replace<T> replace) {
            return replace(index, replace.row(), replace.ifMatch());
        }
        Change.Delete<T> delete = (Change.Delete<T>) change;
        return delete(delete.key(), delete.ifMatch());
    }

    private Outcome<T> insert(int index, T row) {
        if (overlay.find(key(row)) == null) {
            return put(index, row, null);
        }
        Violations violations = new Violations();
        Refusals.duplicate(spec, column -> column.get(row), violations);
        check(index, row, violations);
        return new Outcome.Rejected<>(violations.list());
    }

    private Outcome<T> put(int index, T row, @Nullable Stored<T> existing) {
        Violations violations = new Violations();
        check(index, row, violations);
        if (!violations.isEmpty()) {
            return new Outcome.Rejected<>(violations.list());
        }
        Stored<T> stored = stored(row, existing);
        overlay.put(key(row), stored);
        return existing == null ? new Outcome.Created<>(stored) : new Outcome.Updated<>(stored);
    }

    private Stored<T> stored(T row, @Nullable Stored<T> existing) {
        return existing == null
                ? new Stored<>(row, 1, now, options.user(), now, options.user(), options.upload())
                : changed(row, existing, now, options.user(), options.upload());
    }

    /** A row in the place of another. */
    static <T> Stored<T> changed(T row, Stored<T> existing, Instant now, String user, Optional<String> upload) {
        return new Stored<>(
                row,
                existing.version() + 1,
                existing.createdAt(),
                existing.createdBy(),
                after(existing.updatedAt(), now),
                user,
                upload);
    }

    /** Now, or just after, should another writer's clock be ahead: changes to a row follow each other. */
    private static Instant after(Instant earlier, Instant now) {
        return now.isAfter(earlier) ? now : earlier.plus(1, ChronoUnit.MICROS);
    }

    private Outcome<T> replace(int index, T row, Optional<String> ifMatch) {
        Stored<T> existing = overlay.find(key(row));
        if (existing == null) {
            return new Outcome.Missing<>();
        }
        return matches(existing, ifMatch) ? put(index, row, existing) : new Outcome.Stale<>(existing);
    }

    private Outcome<T> delete(List<Object> values, Optional<String> ifMatch) {
        Key key = Key.of(values);
        Stored<T> existing = overlay.find(key);
        if (existing == null) {
            return new Outcome.Missing<>();
        }
        if (!matches(existing, ifMatch)) {
            return new Outcome.Stale<>(existing);
        }
        String referrer = referrer(key, values);
        if (referrer != null) {
            Violations violations = new Violations();
            violations.add(
                    Refusals.pointer(spec.key().get(0)), "reference", "a row of " + referrer + " refers to this one");
            return new Outcome.Rejected<>(violations.list());
        }
        overlay.delete(key);
        return new Outcome.Deleted<>();
    }

    /** A reference is the value of a key of one column, so only such keys can be referred to. */
    private @Nullable String referrer(Key key, List<Object> values) {
        if (values.size() != 1) {
            return null;
        }
        for (Column<T, ?> column : References.columns(spec, spec.name())) {
            if (overlay.refers(column, values.get(0), key)) {
                return spec.name();
            }
        }
        return references.referrer(spec.name(), values.get(0));
    }

    private static boolean matches(Stored<?> existing, Optional<String> ifMatch) {
        return ifMatch.isEmpty() || ifMatch.get().equals("*") || ifMatch.get().equals(existing.etag());
    }

    private void check(int index, T row, Violations violations) {
        partitioner.check(row, violations);
        Key key = key(row);
        for (int set = 0; set < spec.unique().size(); set++) {
            checkUnique(set, row, key, violations);
        }
        spec.references().forEach((column, concept) -> checkReferences(index, column, concept, row, violations));
    }

    private void checkUnique(int set, T row, Key key, Violations violations) {
        if (overlay.uniqueOwner(set, row, key) != null) {
            Refusals.unique(spec, spec.unique().get(set), column -> column.get(row), violations);
        }
    }

    private void checkReferences(int index, Column<T, ?> column, String concept, T row, Violations violations) {
        List<?> values = References.values(column.get(row));
        boolean isList = column.get(row) instanceof List;
        for (int i = 0; i < values.size(); i++) {
            if (!exists(index, concept, values.get(i), row)) {
                Refusals.reference(column, isList ? i : -1, concept, values.get(i), violations);
            }
        }
    }

    private boolean exists(int index, String concept, Object value, T row) {
        if (!concept.equals(spec.name())) {
            return references.exists(concept, value);
        }
        Key target = Key.of(List.of(value));
        return target.equals(key(row))
                || overlay.find(target) != null
                || (!dangling.contains(index) && selfReferences.awaits(index, key(row), target));
    }

    private Key key(T row) {
        Key key = Key.of(spec.key(), row);
        if (key == null) {
            throw new IllegalArgumentException("a row of " + spec.name() + " has no key");
        }
        return key;
    }
}
