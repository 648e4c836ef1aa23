package dev.owlet.runtime.row;

/** What texts may hold, and how they order. */
final class Texts {
    /** Longest text, in UTF-16 units; a longer one belongs in a file. */
    static final int MAX_LENGTH = 1 << 20;

    private Texts() {}

    /** Whether {@code text} can be stored everywhere: no U+0000 (databases end texts there), no half of a pair. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /**
     * Order by code point, which is the order of the UTF-8 bytes and so that of Parquet, Delta and the SQL engines;
     * {@link String#compareTo} differs where surrogates meet U+E000 and above.
     */
    static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean xPair = Character.isSurrogate(x);
                return xPair == Character.isSurrogate(y) ? Character.compare(x, y) : Boolean.compare(xPair, !xPair);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Whether {@code text} holds {@code part}, without case. */
    static boolean containsIgnoreCase(String text, String part) {
        for (int i = 0; i <= text.length() - part.length(); i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
