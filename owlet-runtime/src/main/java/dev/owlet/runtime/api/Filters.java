package dev.owlet.runtime.api;

import dev.owlet.runtime.row.Suggestions;
import dev.owlet.runtime.row.Violations;
import java.util.List;
import java.util.Set;

/**
 * Filters from parameters: {@code a=v} and {@code a.ne= a.lt= a.lte= a.gt= a.gte= a.in= a.contains= a.null=}. All must
 * hold; {@code a=v} given several times holds for any of the values. As in SQL, a comparison with an absent value does
 * not hold.
 */
final class Filters<T> {
    private final String concept;
    private final Paths<T> paths;

    Filters(String concept, Paths<T> paths) {
        this.concept = concept;
        this.paths = paths;
    }

    /** The condition of one parameter; none, and a fault, when it makes no sense. */
    Condition<T> condition(String parameter, List<String> values, Set<String> reserved, Violations faults) {
        if (paths.find(parameter).isPresent()) {
            return on(paths.find(parameter).get(), Comparison.EQ, parameter, values, faults);
        }
        int point = parameter.lastIndexOf('.');
        String name = point < 0 ? parameter : parameter.substring(0, point);
        if (point < 0 || paths.find(name).isEmpty()) {
            faults.add(parameter, "unknown", unknown(name, reserved));
            return Condition.none();
        }
        String word = parameter.substring(point + 1);
        if (Comparison.of(word).isEmpty()) {
            faults.add(
                    parameter,
                    "unknown",
                    "has no comparison \"" + word + "\"; there are " + String.join(", ", Comparison.words()));
            return Condition.none();
        }
        return on(paths.find(name).get(), Comparison.of(word).get(), parameter, values, faults);
    }

    private String unknown(String name, Set<String> reserved) {
        String near = Suggestions.of(name, paths.names());
        return "is neither a parameter of this route nor a field of " + concept
                + (near.isEmpty() ? Suggestions.of(name, reserved) : near);
    }

    private static <T, V> Condition<T> on(
            Path<T, V> path, Comparison comparison, String parameter, List<String> values, Violations faults) {
        try {
            return new PathCondition<>(path).of(comparison, values);
        } catch (IllegalArgumentException e) {
            faults.add(parameter, "type", String.valueOf(e.getMessage()));
            return Condition.none();
        }
    }
}
