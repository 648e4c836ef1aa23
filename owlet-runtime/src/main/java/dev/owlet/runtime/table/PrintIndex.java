package dev.owlet.runtime.table;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Finds the numbers of a {@link PrintLog} by print: eight bytes each, the rest is compared in the log. Immutable. */
final class PrintIndex {
    private static final long NUMBER = 0xffff_ffffL;

    private final PrintLog log;
    private final long[] entries;

    PrintIndex(PrintLog log) {
        this.log = log;
        long[] all = new long[log.size()];
        int count = 0;
        for (int number = 0; number < all.length; number++) {
            if (log.low(number) != 0) {
                all[count++] = (log.high(number) & ~NUMBER) | number;
            }
        }
        entries = count == all.length ? all : Arrays.copyOf(all, count);
        Arrays.sort(entries);
    }

    /** Every number that has this print, in order. */
    void each(Fingerprint print, IntConsumer found) {
        each(print.high(), print.low(), found);
    }

    void each(long high, long low, IntConsumer found) {
        long hash = high & ~NUMBER;
        int at = Arrays.binarySearch(entries, hash);
        for (int i = at < 0 ? -at - 1 : at; i < entries.length && (entries[i] & ~NUMBER) == hash; i++) {
            int number = (int) entries[i];
            if (log.high(number) == high && log.low(number) == low) {
                found.accept(number);
            }
        }
    }

    /** Every two or more numbers that have the same print. */
    Groups groups() {
        Groups groups = new Groups();
        for (int from = 0, to; from < entries.length; from = to) {
            long hash = entries[from] & ~NUMBER;
            to = from + 1;
            while (to < entries.length && (entries[to] & ~NUMBER) == hash) {
                to++;
            }
            if (to - from > 1) {
                split(from, to, groups);
            }
        }
        return groups;
    }

    /** Numbers whose prints begin alike; nearly always the same print, or two. */
    private void split(int from, int to, Groups groups) {
        boolean[] done = new boolean[to - from];
        for (int i = from; i < to; i++) {
            if (!done[i - from]) {
                int[] same = new int[to - i];
                int count = 0;
                for (int j = i; j < to; j++) {
                    if (!done[j - from] && log.same((int) entries[i], (int) entries[j])) {
                        done[j - from] = true;
                        same[count++] = (int) entries[j];
                    }
                }
                if (count > 1) {
                    groups.add(same, count);
                }
            }
        }
    }
}
