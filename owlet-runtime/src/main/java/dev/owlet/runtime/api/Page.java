package dev.owlet.runtime.api;

import dev.owlet.runtime.table.Stored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a query.
 *
 * @param more whether rows follow
 * @param total rows of the whole query
 */
record Page<T>(List<Stored<T>> rows, boolean more, long total) {
    /**
     * The rows after {@code after}, but for the first {@code offset}. Reads every row once and holds no more than are
     * wanted, in a heap whose head is the last of them.
     */
    static <T> Page<T> of(Query<T> query, @Nullable Stored<T> after, int offset, int limit) {
        Comparator<Stored<T>> order = query.order();
        long wanted = (long) offset + limit + 1;
        PriorityQueue<Stored<T>> best = new PriorityQueue<>(order.reversed());
        long total = 0;
        try (Stream<Stored<T>> rows = query.rows()) {
            for (Stored<T> row : (Iterable<Stored<T>>) rows::iterator) {
                total++;
                if (after == null || order.compare(row, after) > 0) {
                    offer(best, row, wanted);
                }
            }
        }
        List<Stored<T>> sorted = new ArrayList<>(best);
        sorted.sort(order);
        int from = Math.min(offset, sorted.size());
        int to = Math.min(from + limit, sorted.size());
        return new Page<>(List.copyOf(sorted.subList(from, to)), sorted.size() > to, total);
    }

    private static <T> void offer(PriorityQueue<Stored<T>> best, Stored<T> row, long wanted) {
        best.add(row);
        if (best.size() > wanted) {
            best.remove();
        }
    }
}
