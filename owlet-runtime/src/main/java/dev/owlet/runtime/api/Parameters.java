package dev.owlet.runtime.api;

import dev.owlet.runtime.http.Request;
import dev.owlet.runtime.row.Suggestions;
import dev.owlet.runtime.row.Violations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The query parameters of one request, and every fault found in them so far. */
final class Parameters {
    private final Request request;
    private final Violations faults = new Violations();
    private final Set<String> known = new LinkedHashSet<>();

    Parameters(Request request) {
        this.request = request;
    }

    /** Refuses every parameter; for routes that take none. */
    static void none(Request request) {
        new Parameters(request).finish();
    }

    Violations faults() {
        return faults;
    }

    /** The value of a parameter that may be given once. */
    Optional<String> one(String name) {
        known.add(name);
        List<String> values = request.query().getOrDefault(name, List.of());
        if (values.size() > 1) {
            faults.add(name, "repeated", "may be given once only");
        }
        return values.stream().findFirst();
    }

    /** The comma-separated values of a parameter; blank ones are passed over. */
    List<String> list(String name) {
        return one(name).stream()
                .flatMap(text -> List.of(text.split(",")).stream())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** A whole number within bounds; its default, and a fault, when it is none. */
    int number(String name, int least, int most, int byDefault) {
        Optional<String> text = one(name);
        if (text.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the same fault: what is no number is not in the range
        }
        faults.add(name, "range", "must be a whole number from " + least + " to " + most);
        return byDefault;
    }

    /** Parameters not asked for yet. */
    Set<String> rest() {
        Set<String> rest = new LinkedHashSet<>(request.query().keySet());
        rest.removeAll(known);
        return rest;
    }

    /** All names asked for so far. */
    Set<String> known() {
        return known;
    }

    List<String> values(String name) {
        return request.query().getOrDefault(name, List.of());
    }

    /** Refuses what nobody asked for, and ends the request when there is any fault. */
    void finish() {
        for (String name : rest()) {
            faults.add(name, "unknown", "is not a parameter of this route" + Suggestions.of(name, known));
        }
        Faults.refuse(faults);
    }
}
