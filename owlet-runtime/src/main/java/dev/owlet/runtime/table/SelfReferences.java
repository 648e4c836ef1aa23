package dev.owlet.runtime.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** References of rows to rows of the same batch that come later: taken on trust first, checked at the end. */
final class SelfReferences {
    private final Set<Key> promised;
    private final List<Awaited> awaited = new ArrayList<>();

    /** The change at {@code index}, whose row has the key {@code from}, waits for a row with the key {@code to}. */
    private record Awaited(int index, Key from, Key to) {}

    SelfReferences(Set<Key> promised) {
        this.promised = promised;
    }

    void clear() {
        awaited.clear();
    }

    /** Takes a reference on trust; false when no row of the batch would ever have that key. */
    boolean awaits(int index, Key from, Key to) {
        return promised.contains(to) && awaited.add(new Awaited(index, from, to));
    }

    /** The changes whose trust was in vain, together with all that trusted in their rows in turn. */
    Set<Integer> dangling(Predicate<Key> exists) {
        Map<Key, List<Awaited>> waiting = new HashMap<>();
        Deque<Awaited> broken = new ArrayDeque<>();
        for (Awaited reference : awaited) {
            waiting.computeIfAbsent(reference.to, k -> new ArrayList<>()).add(reference);
            if (!exists.test(reference.to)) {
                broken.add(reference);
            }
        }
        Set<Integer> dangling = new HashSet<>();
        while (!broken.isEmpty()) {
            Awaited reference = broken.remove();
            if (dangling.add(reference.index)) {
                broken.addAll(waiting.getOrDefault(reference.from, List.of()));
            }
        }
        return dangling;
    }
}
