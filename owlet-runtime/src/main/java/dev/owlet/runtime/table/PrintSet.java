package dev.owlet.runtime.table;

import java.util.Arrays;

/** A set of {@link Fingerprint}s: 16 bytes a slot, half of the slots or more in use. Not thread-safe. */
final class PrintSet {
    /** Bytes of memory a print takes at most, while the set grows. */
    static final int WEIGHT = 80;

    private long[] slots = new long[32];
    private int size;

    /** @return whether it was not there */
    boolean add(Fingerprint print) {
        return add(print.high(), print.low());
    }

    boolean add(long high, long low) {
        int slot = slot(high, low);
        if (slots[slot + 1] != 0) {
            return false;
        }
        slots[slot] = high;
        slots[slot + 1] = low;
        size++;
        if (8L * size > 3L * slots.length) {
            grow();
        }
        return true;
    }

    boolean has(Fingerprint print) {
        return has(print.high(), print.low());
    }

    boolean has(long high, long low) {
        return slots[slot(high, low) + 1] != 0;
    }

    int size() {
        return size;
    }

    interface Sink {
        void accept(long high, long low);
    }

    void each(Sink sink) {
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i + 1] != 0) {
                sink.accept(slots[i], slots[i + 1]);
            }
        }
    }

    /** Those that are not in another set. */
    PrintSet without(PrintSet others) {
        PrintSet rest = new PrintSet();
        each((high, low) -> {
            if (!others.has(high, low)) {
                rest.add(high, low);
            }
        });
        return rest;
    }

    /** Where it is, or belongs. */
    private int slot(long high, long low) {
        int mask = slots.length - 1;
        int slot = ((int) high << 1) & mask;
        while (slots[slot + 1] != 0 && !(slots[slot] == high && slots[slot + 1] == low)) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = Arrays.copyOf(slots, slots.length);
        slots = new long[2 * old.length];
        size = 0;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                add(old[i], old[i + 1]);
            }
        }
    }
}
