package dev.owlet.processor.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Collects the problems of one run: sorted by place, each once, at most {@value #LIMIT}. Not thread-safe. */
public final class Problems {
    /** More than anybody reads at once; a file of 10,000 faults must not fill the screen. */
    static final int LIMIT = 100;

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::at)
            .thenComparing(Problem::code)
            .thenComparing(Problem::message)
            .thenComparing(Problem::cure);

    private final TreeSet<Problem> found = new TreeSet<>(ORDER);

    /** Reports a problem. */
    public void add(Position at, ProblemCode code, String message, String cure) {
        found.add(new Problem(at, code, message, cure));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many were found, those beyond the limit included. */
    public int count() {
        return found.size();
    }

    /** The first problems in the order of the file; beyond the limit one more says how many are left out. */
    public List<Problem> list() {
        if (found.size() <= LIMIT) {
            return List.copyOf(found);
        }
        List<Problem> first = new ArrayList<>(found.stream().limit(LIMIT).toList());
        Position last = first.get(LIMIT - 1).at();
        first.add(new Problem(
                last,
                ProblemCode.TOO_MANY_PROBLEMS,
                "%s more problems are not shown".formatted(found.size() - LIMIT),
                "Mend the first ones; one fault often causes many"));
        return List.copyOf(first);
    }
}
