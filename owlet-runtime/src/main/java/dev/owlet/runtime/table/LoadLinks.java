package dev.owlet.runtime.table;

import dev.owlet.runtime.delta.DataFile;
import dev.owlet.runtime.delta.Snapshot;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.Violations;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** References of the rows of a load to rows of the same table: in the load, in whatever order, or there before. */
final class LoadLinks<T> implements Closeable {
    private static final int IN_TABLE = -1;
    private static final int NOWHERE = -2;

    private final List<Column<T, ?>> columns;
    private final PrintLog log = new PrintLog();
    private final Groups.Ints rows = new Groups.Ints();
    private final Fingerprint print = new Fingerprint();
    private BitSet out = new BitSet();
    private PrintSet there = new PrintSet();

    LoadLinks(List<Column<T, ?>> columns) throws IOException {
        this.columns = columns;
    }

    boolean isEmpty() {
        return rows.size() == 0;
    }

    void add(int number, Function<Column<T, ?>, @Nullable Object> row) throws IOException {
        for (Column<T, ?> column : columns) {
            for (Object value : References.values(row.apply(column))) {
                print.of(value);
                log.add(print);
                rows.add(number);
            }
        }
    }

    /**
     * The rows that refer to nothing, and those that refer to them in turn.
     *
     * @param keys of the load
     * @param refused rows that stay out
     * @param renamed rows that take another row's place, and its key
     */
    BitSet dangling(TableStore<T> table, Snapshot snapshot, LoadKeys<T> keys, BitSet refused, BitSet renamed)
            throws IOException {
        out = (BitSet) refused.clone();
        out.or(renamed);
        int[] targets = new int[rows.size()];
        PrintSet wanted = new PrintSet();
        for (int i = 0; i < targets.length; i++) {
            targets[i] = target(log.high(i), log.low(i), keys, out);
            if (targets[i] == NOWHERE) {
                wanted.add(log.high(i), log.low(i));
            }
        }
        there = inTable(table, snapshot, wanted);
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] == NOWHERE && there.has(log.high(i), log.low(i))) {
                targets[i] = IN_TABLE;
            }
        }
        BitSet dangling = spread(targets);
        out.or(dangling);
        return dangling;
    }

    /** Says which references of a row that dangles lead nowhere. */
    void explain(
            Function<Column<T, ?>, @Nullable Object> row, LoadKeys<T> keys, String concept, Violations violations) {
        for (Column<T, ?> column : columns) {
            Object held = row.apply(column);
            List<?> values = References.values(held);
            for (int i = 0; i < values.size(); i++) {
                print.of(values.get(i));
                if (target(print.high(), print.low(), keys, out) == NOWHERE && !there.has(print)) {
                    int element = held instanceof List ? i : -1;
                    Refusals.reference(column, element, concept, values.get(i), violations);
                }
            }
        }
    }

    private static <T> int target(long high, long low, LoadKeys<T> keys, BitSet out) {
        int[] found = {NOWHERE};
        keys.index().each(high, low, row -> {
            if (keys.taken().get(row)) {
                found[0] = IN_TABLE;
            } else if (found[0] != IN_TABLE && !out.get(row)) {
                found[0] = row;
            }
        });
        return found[0];
    }

    private PrintSet inTable(TableStore<T> table, Snapshot snapshot, PrintSet wanted) throws IOException {
        PrintSet known = new PrintSet();
        if (wanted.size() == 0) {
            return known;
        }
        for (DataFile file : snapshot.files()) {
            try (Stream<@Nullable Object[]> values =
                    table.files().keys(file, table.spec().key())) {
                values.forEachOrdered(value -> {
                    if (print.of(value, 0, value.length) && wanted.has(print)) {
                        known.add(print);
                    }
                });
            }
        }
        return known;
    }

    /** From the links that lead nowhere, against their direction. */
    private BitSet spread(int[] targets) {
        long[] byTarget = new long[targets.length];
        for (int i = 0; i < targets.length; i++) {
            byTarget[i] = (long) targets[i] << 32 | i;
        }
        Arrays.sort(byTarget);
        BitSet dangling = new BitSet();
        Deque<Integer> broken = new ArrayDeque<>();
        broken.add(NOWHERE);
        while (!broken.isEmpty()) {
            long target = (long) broken.remove() << 32;
            int at = Arrays.binarySearch(byTarget, target);
            for (int i = at < 0 ? -at - 1 : at; i < byTarget.length && byTarget[i] >> 32 == target >> 32; i++) {
                int row = rows.get((int) byTarget[i]);
                if (!dangling.get(row)) {
                    dangling.set(row);
                    broken.add(row);
                }
            }
        }
        return dangling;
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
