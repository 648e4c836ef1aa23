package dev.owlet.processor.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the nearest of the names that are known. */
public final class Suggestion {
    /** Longer words are no typing errors; the bound also keeps the search cheap for hostile files. */
    private static final int MAX_LENGTH = 64;

    private Suggestion() {}

    /** The nearest name, when it is near enough: at most a third of the letters differ, or one of two. */
    public static Optional<String> nearest(String word, Collection<String> names) {
        if (word.isEmpty() || word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int limit = word.length() == 1 ? 0 : Math.max(1, word.length() / 3);
        return names.stream()
                .filter(name -> distance(word, name) <= limit)
                .min(Comparator.comparingInt(name -> distance(word, name)));
    }

    /** A cure: {@code Did you mean Site?}, or else {@code otherwise}. */
    public static String cure(String word, Collection<String> names, String otherwise) {
        return nearest(word, names).map(name -> "Did you mean " + name + "?").orElse(otherwise);
    }

    /** Insertions, deletions, replacements and swaps of neighbours, letters' case apart (optimal string alignment). */
    static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
