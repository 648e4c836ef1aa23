package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Violations;
import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One column of a load that refers to another table. Rows are looked at when they come, as long as the keys of that table
 * fit into memory; all are looked at again when that table lost files since. Not thread-safe.
 */
final class LoadReference<T> implements Closeable {
    /** Part of the heap that the keys of one other table may take. */
    private static final int PART = 8;

    private final Column<T, ?> column;
    private final TableStore<?> target;
    private final String user;
    private final Fingerprint print = new Fingerprint();
    private final PrintLog log = new PrintLog();
    private final Groups.Ints rows = new Groups.Ints();
    private final BitSet missing = new BitSet();
    private Snapshot seen;
    private @Nullable PrintSet keys;
    private boolean isChecked;

    LoadReference(Column<T, ?> column, TableStore<?> target, String user) throws IOException {
        this.column = column;
        this.target = target;
        this.user = user;
        seen = Claims.settled(target, user);
        long count = seen.files().stream()
                .mapToLong(file -> file.stats().rows().orElse(0))
                .sum();
        if (count * PrintSet.WEIGHT < Runtime.getRuntime().maxMemory() / PART) {
            keys = keys(seen);
            isChecked = true;
        }
    }

    Column<T, ?> column() {
        return column;
    }

    /** Rows that refer to what is not there. */
    BitSet missing() {
        return missing;
    }

    private PrintSet keys(Snapshot snapshot) throws IOException {
        PrintSet set = new PrintSet();
        for (DataFile file : snapshot.files()) {
            each(file, () -> set.add(print));
        }
        return set;
    }

    private void each(DataFile file, Runnable found) throws IOException {
        each(target, file, found);
    }

    private <S> void each(TableStore<S> table, DataFile file, Runnable found) throws IOException {
        List<Column<S, ?>> key = table.spec().key().subList(0, 1);
        try (Stream<@Nullable Object[]> values = table.files().keys(file, key)) {
            values.forEachOrdered(value -> {
                if (print.of(value, 0, 1)) {
                    found.run();
                }
            });
        }
    }

    /** Whether the row's references lead somewhere, as far as can be told now; says where they do not. */
    void check(Function<Column<T, ?>, @Nullable Object> row, Violations violations) {
        PrintSet known = keys;
        if (known == null) {
            return;
        }
        Object held = row.apply(column);
        List<?> values = References.values(held);
        for (int i = 0; i < values.size(); i++) {
            print.of(values.get(i));
            if (!known.has(print)) {
                int element = held instanceof List ? i : -1;
                Refusals.reference(column, element, target.spec().name(), values.get(i), violations);
            }
        }
    }

    void add(int number, Function<Column<T, ?>, @Nullable Object> row) throws IOException {
        for (Object value : References.values(row.apply(column))) {
            print.of(value);
            log.add(print);
            rows.add(number);
        }
    }

    /** Looks at the latest version of the other table; tells whether more rows refer to nothing than before. */
    boolean look() throws IOException {
        Snapshot latest = Claims.settled(target, user);
        boolean isSame = isChecked && latest.files().containsAll(seen.files());
        seen = latest;
        isChecked = true;
        if (isSame || rows.size() == 0) {
            return false;
        }
        PrintIndex wanted = new PrintIndex(log);
        BitSet found = new BitSet(rows.size());
        for (DataFile file : latest.files()) {
            each(file, () -> wanted.each(print, found::set));
        }
        int before = missing.cardinality();
        for (int i = found.nextClearBit(0); i < rows.size(); i = found.nextClearBit(i + 1)) {
            missing.set(rows.get(i));
        }
        return missing.cardinality() > before;
    }

    /** Why a row is among the {@link #missing}. */
    void explain(Function<Column<T, ?>, @Nullable Object> row, Violations violations) {
        Set<Object> there = new HashSet<>();
        Object held = row.apply(column);
        List<?> values = References.values(held);
        for (Object value : values) {
            if (exists(target, value)) {
                there.add(value);
            }
        }
        for (int i = 0; i < values.size(); i++) {
            if (!there.contains(values.get(i))) {
                int element = held instanceof List ? i : -1;
                Refusals.reference(column, element, target.spec().name(), values.get(i), violations);
            }
        }
    }

    private <S> boolean exists(TableStore<S> table, Object key) {
        try {
            return table.view(seen).find(List.of(key)).isPresent();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
