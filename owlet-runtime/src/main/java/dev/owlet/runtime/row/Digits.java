package dev.owlet.runtime.row;

/** Digits of a text, read where they stand. */
final class Digits {
    /** What {@link #number} gives for what is no number of at most 18 digits. */
    static final long NONE = -1;

    private static final int MOST = 18;

    private Digits() {}

    /** A number of ASCII digits alone, not negative; {@link #NONE} when it is empty, longer, or has anything else. */
    static long number(char[] text, int from, int to) {
        if (to <= from || to - from > MOST) {
            return NONE;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    static boolean isNegative(char[] text, int from, int to) {
        return from < to && text[from] == '-';
    }

    /** Where {@code c} stands; {@code to} when it does not. */
    static int indexOf(char c, char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == c) {
                return i;
            }
        }
        return to;
    }
}
