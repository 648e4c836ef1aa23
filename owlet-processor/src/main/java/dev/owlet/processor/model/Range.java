package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import java.util.Optional;

/**
 * The bounds of a field's values, linked to its type.
 *
 * @param min lower bound
 * @param max upper bound
 */
record Range(Optional<Field.Bound> min, Optional<Field.Bound> max) {
    static final Range NONE = new Range(Optional.empty(), Optional.empty());

    /** Links the bounds that {@code parts} gives values of {@code type}; reports those that are none. */
    static Range link(Parts parts, FieldType type, Problems problems) {
        FieldType value = Kind.value(type);
        if (!Kind.isNumber(value) && !Kind.isTime(value)) {
            refuse(parts, value, problems);
            return NONE;
        }
        boolean items = Kind.isList(type);
        Linker linker = new Linker(value, problems);
        Optional<Field.Bound> min =
                linker.one(parts, Part.LOWER, Part.ABOVE, items ? Optional.empty() : parts.get(Part.MIN));
        Optional<Field.Bound> max =
                linker.one(parts, Part.UPPER, Part.BELOW, items ? Optional.empty() : parts.get(Part.MAX));
        Range range = new Range(min, max);
        if (range.isEmpty(value)) {
            Written at = linker.last.orElseThrow();
            problems.add(
                    at.at(),
                    ProblemCode.EMPTY_RANGE,
                    "No value lies between %s and %s"
                            .formatted(
                                    min.orElseThrow().value(), max.orElseThrow().value()),
                    "Write the smaller bound first");
        }
        return range;
    }

    private static void refuse(Parts parts, FieldType value, Problems problems) {
        for (Part part : new Part[] {Part.LOWER, Part.ABOVE, Part.UPPER, Part.BELOW}) {
            parts.get(part)
                    .ifPresent(written -> problems.add(
                            written.at(),
                            ProblemCode.MISPLACED_MODIFIER,
                            "%s has no range".formatted(Kind.name(value)),
                            Kind.isText(value)
                                    ? "For the length of a text write text(1..120); for the size of a list min 1 max 5"
                                    : "Numbers, dates, times and timestamps have ranges"));
        }
    }

    /** Whether {@code literal} lies within; bounds that move with the clock hold everything. */
    boolean contains(FieldType value, String literal) {
        Optional<Integer> toMin = min.flatMap(b -> compare(value, literal, b.value()));
        Optional<Integer> toMax = max.flatMap(b -> compare(value, literal, b.value()));
        boolean above = toMin.map(c -> c > 0 || c == 0 && min.get().inclusive()).orElse(true);
        boolean below = toMax.map(c -> c < 0 || c == 0 && max.get().inclusive()).orElse(true);
        return above && below;
    }

    private boolean isEmpty(FieldType value) {
        if (min.isEmpty() || max.isEmpty()) {
            return false;
        }
        int order = compare(value, min.get().value(), max.get().value()).orElse(-1);
        return order > 0 || order == 0 && !(min.get().inclusive() && max.get().inclusive());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // literals of one type have one class
    private static Optional<Integer> compare(FieldType value, String left, String right) {
        Optional<Comparable<?>> a = isClock(left) ? Optional.empty() : Literals.parse(value, left);
        Optional<Comparable<?>> b = isClock(right) ? Optional.empty() : Literals.parse(value, right);
        return a.isPresent() && b.isPresent()
                ? Optional.of(((Comparable) a.get()).compareTo(b.get()))
                : Optional.empty();
    }

    static boolean isClock(String literal) {
        return literal.equals("now") || literal.equals("today");
    }

    /** Links single bounds. */
    private static final class Linker {
        private final FieldType value;
        private final Problems problems;
        private Optional<Written> last = Optional.empty();

        Linker(FieldType value, Problems problems) {
            this.value = value;
            this.problems = problems;
        }

        Optional<Field.Bound> one(Parts parts, Part inclusive, Part exclusive, Optional<Written> plain) {
            Optional<Written> including = parts.get(inclusive).or(() -> plain);
            Optional<Written> written = including.or(() -> parts.get(exclusive));
            long given = parts.get(inclusive).stream().count()
                    + plain.stream().count()
                    + parts.get(exclusive).stream().count();
            if (given > 1) {
                problems.add(
                        written.orElseThrow().at(),
                        ProblemCode.REPEATED_MODIFIER,
                        "The field has two bounds on one side",
                        "Remove one");
            }
            return written.flatMap(w -> bound(w, including.isPresent()));
        }

        private Optional<Field.Bound> bound(Written written, boolean inclusive) {
            String text = written.text();
            boolean clock = text.equals(clock()) && !written.quoted();
            if (!clock && Literals.parse(value, text).isEmpty()) {
                problems.add(
                        written.at(),
                        ProblemCode.BAD_LITERAL,
                        "%s is no %s".formatted(Quote.of(text), Kind.name(value)),
                        Examples.cure(value));
                return Optional.empty();
            }
            last = Optional.of(written);
            return Optional.of(new Field.Bound(text, inclusive));
        }

        private String clock() {
            if (value instanceof FieldType.Timestamp) {
                return "now";
            }
            return value instanceof FieldType.Date ? "today" : "";
        }
    }
}
