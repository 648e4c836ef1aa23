package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Values;
import dev.owlet.runtime.row.Violations;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    /** Rows that stay out whatever is found. */
    private final BitSet unfit = new BitSet();

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
    void check(Function<Column<T, ?>, @Nullable Object> row, Violations violations) {
        references.forEach(reference -> reference.check(row, violations));
    }

    /**
     * The next row.
     *
     * @param fit whether it may get in; else it is looked at only for what else is wrong with it
     */
    void add(T row, boolean fit) throws IOException {
        refer(column -> column.get(row));
        identity.add(row);
        for (LoadKeys<T> keys : others) {
            keys.add(row);
        }
        unfit.set(size, !fit);
        size++;
    }

    /** The next row of the file is no record. */
    void add(Values row) throws IOException {
        refer(row::get);
        identity.add(row);
        for (LoadKeys<T> keys : others) {
            keys.add(row);
        }
        unfit.set(size);
        size++;
    }

    /** The next row of the file is none at all. */
    void addNone() throws IOException {
        identity.addNone();
        for (LoadKeys<T> keys : others) {
            keys.addNone();
        }
        unfit.set(size);
        size++;
    }

    private void refer(Function<Column<T, ?>, @Nullable Object> row) throws IOException {
        for (LoadReference<T> reference : references) {
            reference.add(size, row);
        }
        links.add(size, row);
    }

    boolean isUnfit(int number) {
        return unfit.get(number);
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
        LoadDecision<T> made = new LoadDecision<>(identity, others, options.upsert(), unfit, missing);
        if (!links.isEmpty()) {
            BitSet renamed = identity == key ? new BitSet() : identity.taken();
            dangling = links.dangling(table, snapshot, key, made.out(), renamed);
            made.refuse(dangling);
        }
        decision = Optional.of(made);
        return made;
    }

    /** Rows that take the places of rows of the table, unless they are refused. */
    BitSet updating() {
        return options.upsert() ? identity.taken() : new BitSet();
    }

    /** Adds what was found of a row. */
    void why(int number, Function<Column<T, ?>, @Nullable Object> row, Violations violations) {
        taken(number, 0, !options.upsert() && identity.taken().get(number), row, violations);
        for (int i = 0; i < others.size(); i++) {
            taken(number, i + 1, others.get(i).taken().get(number), row, violations);
        }
        for (LoadReference<T> reference : references) {
            if (reference.missing().get(number)) {
                reference.explain(row, violations);
            }
        }
        if (dangling.get(number)) {
            links.explain(row, key, spec.name(), violations);
        }
    }

    private void taken(
            int number,
            int index,
            boolean isInTable,
            Function<Column<T, ?>, @Nullable Object> row,
            Violations violations) {
        LoadKeys<T> keys = index == 0 ? identity : others.get(index - 1);
        int earlier = decision.orElseThrow().earlier(index, number);
        if (isInTable && keys == key) {
            Refusals.duplicate(spec, row, violations);
        } else if (isInTable) {
            Refusals.unique(spec, keys.columns(), row, violations);
        } else if (earlier >= 0) {
            Refusals.repeated(keys.columns(), keys == key, earlier, row, violations);
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
