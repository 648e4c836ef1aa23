package dev.owlet.runtime.row;

import java.util.Collection;
import java.util.Locale;

/** "Did you mean": the name next to a mistaken one, if any is near. */
public final class Suggestions {
    /** Names of fields are no longer; what is longer is no misspelling. */
    private static final int MAX_LENGTH = 64;

    private static final int MAX_DISTANCE = 2;

    private Suggestions() {}

    /** {@code "; did you mean weight?"}, or nothing. */
    public static String of(String mistaken, Collection<String> names) {
        if (mistaken.length() > MAX_LENGTH) {
            return "";
        }
        String best = "";
        int bestDistance = Math.min(MAX_DISTANCE, mistaken.length() / 2) + 1;
        for (String name : names) {
            int distance = distance(mistaken.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = name;
                bestDistance = distance;
            }
        }
        return best.isEmpty() ? "" : "; did you mean " + best + "?";
    }

    /** Levenshtein's distance, row by row; all that is beyond {@link #MAX_DISTANCE} may come out as any such number. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > MAX_DISTANCE) {
            return MAX_DISTANCE + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
