package dev.owlet.runtime.table;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where in a file rows with a key may stand: eight bytes a row, the key's hash and the position. What it does not know is
 * not in the file; what it knows is to be compared. Immutable.
 */
final class KeyIndex {
    private static final long POSITION = 0xffff_ffffL;

    private final long[] entries;

    private KeyIndex(long[] entries) {
        this.entries = entries;
    }

    /** Positions that may have this key, with few others among them. */
    BitSet positions(Key key) {
        BitSet positions = new BitSet();
        long hash = (long) key.hashCode() << 32;
        int found = Arrays.binarySearch(entries, hash);
        for (int i = found < 0 ? -found - 1 : found; i < entries.length && (entries[i] & ~POSITION) == hash; i++) {
            positions.set((int) (entries[i] & POSITION));
        }
        return positions;
    }

    /** Bytes of memory. */
    long weight() {
        return 8L * entries.length;
    }

    /** Collects the keys of one file. */
    static final class Builder {
        private long[] entries;
        private int size;

        Builder(int rows) {
            entries = new long[rows];
        }

        void add(Key key, int position) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, Math.max(16, 2 * size));
            }
            entries[size++] = (long) key.hashCode() << 32 | position;
        }

        KeyIndex build() {
            long[] sorted = Arrays.copyOf(entries, size);
            Arrays.sort(sorted);
            return new KeyIndex(sorted);
        }
    }
}
