package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Violation;
import dev.owlet.runtime.row.Violations;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold of the rows of a load together and beside the table: keys, unique sets, references. Of each row it keeps
 * prints of such values alone, eight bytes each in memory. Not thread-safe.
 */
final class LoadChecks<T> implements Closeable {
    private final TableStore<T> table;
    private final TableSpec<T> spec;
    private final LoadOptions<T> options;
    private final LoadKeys<T> key;
    private final LoadKeys<T> identity;
    private final List<LoadKeys<T>> others = new ArrayList<>();
    private final List<LoadReference<T>> references = new ArrayList<>();
    private final LoadLinks<T> links;
    private final Set<DataFile> looked = new HashSet<>();
    private BitSet dangling = new BitSet();
    private Optional<LoadDecision<T>> decision = Optional.empty();
    private int size;

    LoadChecks(TableStore<T> table, Tables tables, LoadOptions<T> options) throws IOException {
        this.table = table;
        this.options = options;
        spec = table.spec();
        key = new LoadKeys<>(spec.key());
        boolean byKey = options.match().equals(spec.key());
        identity = byKey ? key : new LoadKeys<>(options.match());
        if (!byKey) {
            others.add(key);
        }
        for (List<Column<T, ?>> set : spec.unique()) {
            if (!set.equals(options.match())) {
                others.add(new LoadKeys<>(set));
            }
        }
        links = new LoadLinks<>(References.columns(spec, spec.name()));
        for (Column<T, ?> column : spec.references().keySet()) {
            String concept = spec.references().get(column);
            if (!concept.equals(spec.name())) {
                references.add(new LoadReference<>(column, target(tables, concept), options.user()));
            }
        }
    }

    private static TableStore<?> target(Tables tables, String concept) {
        return tables.table(concept)
                .orElseThrow(() -> new IllegalStateException("there is no table of " + concept))
                .store();
    }

    /** Adds what is wrong with a row, as far as can be told before all have come. */
    void check(T row, Violations violations) {
        references.forEach(reference -> reference.check(row, violations));
    }

    /** The next row. */
    void add(T row) throws IOException {
        for (LoadReference<T> reference : references) {
            reference.add(size, row);
        }
        links.add(size, row);
        identity.add(row);
        for (LoadKeys<T> keys : others) {
            keys.add(row);
        }
        size++;
    }

    /** A row of the file that is no row of the table comes next. */
    void skip() throws IOException {
        identity.addNone();
        for (LoadKeys<T> keys : others) {
            keys.addNone();
        }
        size++;
    }

    int size() {
        return size;
    }

    /** Decides on all rows as of a version, looking only at what came since the one that it saw last. */
    LoadDecision<T> decide(Snapshot snapshot) throws IOException {
        boolean changed = decision.isEmpty();
        for (LoadReference<T> reference : references) {
            changed |= reference.look();
        }
        for (DataFile file : snapshot.files()) {
            if (size > 0 && looked.add(file)) {
                changed = true;
                identity.look(table, file);
                for (LoadKeys<T> keys : others) {
                    keys.look(table, file, identity);
                }
            }
        }
        return changed || !links.isEmpty() ? anew(snapshot) : decision.orElseThrow();
    }

    private LoadDecision<T> anew(Snapshot snapshot) throws IOException {
        BitSet missing = new BitSet();
        references.forEach(reference -> missing.or(reference.missing()));
        LoadDecision<T> made = new LoadDecision<>(identity, others, options.upsert(), missing);
        if (!links.isEmpty()) {
            BitSet renamed = identity == key ? new BitSet() : identity.taken();
            dangling = links.dangling(table, snapshot, key, made.refused(), renamed);
            made.refuse(dangling);
        }
        decision = Optional.of(made);
        return made;
    }

    /** Rows that take the places of rows of the table, unless they are refused. */
    BitSet updating() {
        return options.upsert() ? identity.taken() : new BitSet();
    }

    /** Why a row is refused. */
    List<Violation> why(int number, T row) {
        Violations violations = new Violations();
        LoadDecision<T> decided = decision.orElseThrow();
        if (!options.upsert()
                && (identity.taken().get(number) || decided.collided(0).get(number))) {
            taken(identity, row, violations);
        }
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).taken().get(number) || decided.collided(i + 1).get(number)) {
                taken(others.get(i), row, violations);
            }
        }
        for (LoadReference<T> reference : references) {
            if (reference.missing().get(number)) {
                reference.explain(row, violations);
            }
        }
        if (dangling.get(number)) {
            links.explain(row, key, spec.name(), violations);
        }
        if (decided.abandoned().get(number)) {
            violations.add(
                    Refusals.pointer(spec.key().get(0)),
                    "duplicate",
                    "a later row of the file has its key, and is refused");
        }
        return violations.list();
    }

    private void taken(LoadKeys<T> keys, T row, Violations violations) {
        if (keys == key) {
            Refusals.duplicate(spec, column -> column.get(row), violations);
        } else {
            Refusals.unique(spec, keys.columns(), column -> column.get(row), violations);
        }
    }

    @Override
    public void close() throws IOException {
        key.close();
        identity.close();
        for (LoadKeys<T> keys : others) {
            keys.close();
        }
        for (LoadReference<T> reference : references) {
            reference.close();
        }
        links.close();
    }
}
