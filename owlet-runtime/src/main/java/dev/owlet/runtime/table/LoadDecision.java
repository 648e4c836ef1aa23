package dev.owlet.runtime.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which rows of a load do not get in, as others have their values: in their order, each seeing those before it that got in.
 * Only rows that share values with others are looked at one by one.
 */
final class LoadDecision<T> {
    private final LoadKeys<T> identity;
    private final List<LoadKeys<T>> others;
    private final boolean upsert;
    private final BitSet unfit;
    private final Earlier[] earlier;
    /** Rows of which something was found; they may be unfit besides. */
    private final BitSet found = new BitSet();

    /**
     * @param identity tells which row of the table a row is
     * @param others what else occurs once
     * @param unfit rows that stay out anyway
     * @param missing rows that refer to nothing
     */
    LoadDecision(LoadKeys<T> identity, List<LoadKeys<T>> others, boolean upsert, BitSet unfit, BitSet missing) {
        this.identity = identity;
        this.others = others;
        this.upsert = upsert;
        this.unfit = unfit;
        earlier = new Earlier[others.size() + 1];
        Arrays.setAll(earlier, i -> new Earlier());
        found.or(missing);
        if (!upsert) {
            found.or(identity.taken());
        }
        others.forEach(keys -> found.or(keys.taken()));
        collide();
    }

    private void collide() {
        int size = identity.groups().size();
        int count = identity.groups().count();
        for (LoadKeys<T> keys : others) {
            size += keys.groups().size();
            count += keys.groups().count();
        }
        if (size == 0) {
            return;
        }
        long[] events = events(size);
        int[] owners = new int[count];
        Arrays.fill(owners, -1);
        for (int from = 0, to; from < size; from = to) {
            int row = (int) (events[from] >> 32);
            to = from + 1;
            while (to < size && (int) (events[to] >> 32) == row) {
                to++;
            }
            decide(row, events, from, to, owners);
        }
    }

    /** Rows with the groups that they are in, in order of rows. Groups are numbered through all keys. */
    private long[] events(int size) {
        long[] events = new long[size];
        int[] at = {0};
        int first = 0;
        for (int i = 0; i <= others.size(); i++) {
            int offset = first;
            keys(i).groups().each((row, group) -> events[at[0]++] = (long) row << 32 | (offset + group));
            first += keys(i).groups().count();
        }
        Arrays.sort(events);
        return events;
    }

    private LoadKeys<T> keys(int i) {
        return i == 0 ? identity : others.get(i - 1);
    }

    private void decide(int row, long[] events, int from, int to, int[] owners) {
        for (int i = from; i < to; i++) {
            int group = (int) events[i];
            if (owners[group] >= 0) {
                earlier[keysOf(group)].add(row, owners[group]);
                found.set(row);
            }
        }
        if (!found.get(row) && !unfit.get(row)) {
            for (int i = from; i < to; i++) {
                owners[(int) events[i]] = row;
            }
        }
    }

    private int keysOf(int group) {
        int keys = 0;
        for (int left = group; left >= keys(keys).groups().count(); keys++) {
            left -= keys(keys).groups().count();
        }
        return keys;
    }

    /** Rows that the keys would let in, but that refer to nothing. */
    void refuse(BitSet dangling) {
        found.or(dangling);
    }

    /** Rows of which something was found. */
    BitSet found() {
        return found;
    }

    /** Rows that stay out. */
    BitSet out() {
        BitSet out = (BitSet) found.clone();
        out.or(unfit);
        return out;
    }

    /** An earlier row, which got in, with the same values; of the identity by 0, then of the others; -1 when there is none. */
    int earlier(int keys, int row) {
        return earlier[keys].of(row);
    }

    /** How many rows that get in change one of the table. */
    long updated() {
        if (!upsert) {
            return 0;
        }
        BitSet known = (BitSet) identity.taken().clone();
        known.andNot(found);
        known.andNot(unfit);
        return known.cardinality();
    }

    /** Numbers of rows by those of later ones. */
    private static final class Earlier {
        private final Groups.Ints rows = new Groups.Ints();
        private final Groups.Ints before = new Groups.Ints();

        /** @param row greater than those before */
        void add(int row, int earlier) {
            rows.add(row);
            before.add(earlier);
        }

        int of(int row) {
            int at = rows.find(row);
            return at < 0 ? -1 : before.get(at);
        }
    }
}
