package dev.owlet.runtime.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which rows of a load get in: in their order, each seeing those before it, as {@link Evaluation} decides for few. Only
 * rows that share values with others are looked at one by one.
 */
final class LoadDecision<T> {
    private final LoadKeys<T> identity;
    private final List<LoadKeys<T>> others;
    private final boolean upsert;
    private final BitSet[] collided;
    private final BitSet refused = new BitSet();
    /** Rows in whose place a later row of the load came. */
    private final BitSet superseded = new BitSet();
    /** Rows whose place a later row was to take that was refused in the end. */
    private final BitSet abandoned = new BitSet();

    /**
     * @param identity tells which row of the table a row is
     * @param others what else occurs once
     */
    LoadDecision(LoadKeys<T> identity, List<LoadKeys<T>> others, boolean upsert, BitSet missing) {
        this.identity = identity;
        this.others = others;
        this.upsert = upsert;
        collided = new BitSet[others.size() + 1];
        Arrays.setAll(collided, i -> new BitSet());
        refused.or(missing);
        if (!upsert) {
            refused.or(identity.taken());
        }
        others.forEach(keys -> refused.or(keys.taken()));
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
        if (refused.get(row)) {
            return;
        }
        int replaced = -1;
        for (int i = from; i < to; i++) {
            int group = (int) events[i];
            int owner = owners[group];
            boolean same = group < identity.groups().count();
            if (owner >= 0 && same && upsert) {
                replaced = owner;
            } else if (owner >= 0 && (same || !isSame(owner, row))) {
                collided[same ? 0 : keysOf(group)].set(row);
                refused.set(row);
            }
        }
        if (refused.get(row)) {
            return;
        }
        if (replaced >= 0) {
            superseded.set(replaced);
        }
        for (int i = from; i < to; i++) {
            owners[(int) events[i]] = row;
        }
    }

    private boolean isSame(int a, int b) {
        return upsert && identity.log().low(a) != 0 && identity.log().same(a, b);
    }

    private int keysOf(int group) {
        int keys = 0;
        for (int left = group; left >= keys(keys).groups().count(); keys++) {
            left -= keys(keys).groups().count();
        }
        return keys;
    }

    /** Rows that the keys would let in, but that refer to nothing; with them go the rows whose places they took. */
    void refuse(BitSet dangling) {
        BitSet before = (BitSet) refused.clone();
        refused.or(dangling);
        identityGroups((members, count) -> {
            boolean lost = false;
            for (int i = count - 1; i >= 0; i--) {
                int row = members[i];
                if (superseded.get(row) && lost) {
                    abandoned.set(row);
                    refused.set(row);
                } else if (!superseded.get(row)) {
                    lost |= dangling.get(row) && !before.get(row);
                }
            }
        });
        superseded.andNot(refused);
    }

    BitSet refused() {
        return refused;
    }

    BitSet superseded() {
        return superseded;
    }

    BitSet abandoned() {
        return abandoned;
    }

    /** Rows that share the values with an earlier row that got in; of the identity by 0, then of the others. */
    BitSet collided(int keys) {
        return collided[keys];
    }

    /** How many rows that get in change another one, of the table or of the load. */
    long updated() {
        if (!upsert) {
            return 0;
        }
        BitSet known = (BitSet) identity.taken().clone();
        known.andNot(refused);
        long[] updated = {known.cardinality()};
        identityGroups((members, count) -> {
            int in = 0;
            for (int i = 0; i < count; i++) {
                in += refused.get(members[i]) || known.get(members[i]) ? 0 : 1;
            }
            updated[0] += Math.max(0, in - 1);
        });
        return updated[0];
    }

    private interface Members {
        void accept(int[] rows, int count);
    }

    private void identityGroups(Members sink) {
        Groups groups = identity.groups();
        int[][] members = {new int[16]};
        int[] state = {-1, 0}; // group, count
        groups.each((row, group) -> {
            if (group != state[0]) {
                if (state[1] > 0) {
                    sink.accept(members[0], state[1]);
                }
                state[0] = group;
                state[1] = 0;
            }
            if (state[1] == members[0].length) {
                members[0] = Arrays.copyOf(members[0], 2 * state[1]);
            }
            members[0][state[1]++] = row;
        });
        if (state[1] > 0) {
            sink.accept(members[0], state[1]);
        }
    }
}
