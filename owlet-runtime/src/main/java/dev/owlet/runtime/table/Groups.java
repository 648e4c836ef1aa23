package dev.owlet.runtime.table;

import java.util.Arrays;

/** Sets of numbers, two or more each. Not thread-safe. */
final class Groups {
    private final Ints numbers = new Ints();
    private final Ints ends = new Ints();

    interface Sink {
        void accept(int number, int group);
    }

    void add(int[] group, int count) {
        for (int i = 0; i < count; i++) {
            numbers.add(group[i]);
        }
        ends.add(numbers.size());
    }

    /** How many groups there are. */
    int count() {
        return ends.size();
    }

    /** How many numbers there are in all. */
    int size() {
        return numbers.size();
    }

    void each(Sink sink) {
        int from = 0;
        for (int group = 0; group < ends.size(); group++) {
            for (; from < ends.get(group); from++) {
                sink.accept(numbers.get(from), group);
            }
        }
    }

    /** A growing array of numbers. */
    static final class Ints {
        private int[] values = new int[16];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = value;
        }

        int get(int i) {
            return values[i];
        }

        int size() {
            return size;
        }

        /** Where a value stands among values in order; negative when it is not there. */
        int find(int value) {
            return Arrays.binarySearch(values, 0, size, value);
        }
    }
}
