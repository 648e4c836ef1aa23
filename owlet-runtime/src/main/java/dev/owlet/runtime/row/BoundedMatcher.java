package dev.owlet.runtime.row;

import java.util.regex.Pattern;

/**
 * Matches a pattern of the model against input of a stranger, in bounded time. java.util.regex backtracks: a pattern such
 * as {@code (a+)+b} takes time exponential in the input's length. Every step of a match looks at a character, so counting
 * the looks bounds the time; other limits (a thread with a timeout) would leave the thread running.
 */
final class BoundedMatcher {
    /** Looks at characters in one match: about 50 ms. An honest pattern looks a few times at each character. */
    private static final int MAX_LOOKS = 5_000_000;

    private BoundedMatcher() {}

    /**
     * Whether all of {@code value} matches.
     *
     * @return false also when the match was given up
     */
    static boolean matches(Pattern pattern, String value) {
        try {
            return pattern.matcher(new Counted(value)).matches();
        } catch (GivenUpException e) {
            return false;
        } catch (StackOverflowError e) {
            return false; // a repeated group such as (a|b)* takes one frame a repetition
        }
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private int looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MAX_LOOKS) {
                throw new GivenUpException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class GivenUpException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUpException() {
            super(null, null, false, false);
        }
    }
}
