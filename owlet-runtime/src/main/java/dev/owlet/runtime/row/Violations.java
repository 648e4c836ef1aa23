package dev.owlet.runtime.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects every violation of one row. Each check ignores {@code null} but for {@link #required}, and says nothing
 * about a field that already has a violation, so that one mistake is one message. Not thread-safe.
 */
public final class Violations {
    /** A row with more has no violation beyond; a list of a million wrong items needs no million sentences. */
    static final int MAX = 1_000;

    private static final String RULE = "rule";

    private final List<Violation> found = new ArrayList<>();
    /** Until the first violation these are the empty set: most rows have none. */
    private Set<String> faulty = Set.of();
    /** The faulty places and all above them. */
    private Set<String> touched = Set.of();

    private final String prefix;

    public Violations() {
        this("");
    }

    /**
     * Violations of a nested value.
     *
     * @param prefix JSON Pointer that every pointer added here starts with, such as {@code /position}
     */
    public Violations(String prefix) {
        this.prefix = prefix;
    }

    public void add(String pointer, String code, String message) {
        String at = prefix + pointer;
        if (found.size() < MAX && !faulty.contains(at)) {
            faulty = faulty.isEmpty() ? new HashSet<>() : faulty;
            faulty.add(at);
            append(new Violation(at, code, message));
        }
    }

    /** Takes over what was found in a nested value; {@code pointer} is where the nested value stands. */
    public void addAll(String pointer, List<Violation> nested) {
        for (Violation v : nested) {
            if (v.code().equals(RULE)) {
                addBeside(pointer + v.pointer(), RULE, v.message());
            } else {
                add(pointer + v.pointer(), v.code(), v.message());
            }
        }
    }

    /** Adds what does not depend on what else is wrong at the place, such as one of several rules of a row. */
    public void addBeside(String pointer, String code, String message) {
        Violation violation = new Violation(prefix + pointer, code, message);
        if (found.size() < MAX && !found.contains(violation)) {
            append(violation);
        }
    }

    private void append(Violation violation) {
        found.add(violation);
        touched = touched.isEmpty() ? new HashSet<>() : touched;
        String at = violation.pointer();
        while (touched.add(at) && !at.isEmpty()) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> list() {
        return found.isEmpty() ? List.of() : List.copyOf(found);
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ViolationException(found);
        }
    }

    /** Whether {@code pointer}, or a place below it, already has a violation. */
    private boolean isFaulty(String pointer) {
        return touched.contains(prefix + pointer);
    }

    public void required(String pointer, @Nullable Object value) {
        if (value == null && !isFaulty(pointer)) {
            add(pointer, "required", "is required");
        }
    }

    public void minLength(String pointer, @Nullable String value, int min) {
        if (value != null && value.codePointCount(0, value.length()) < min) {
            add(pointer, "minLength", "must have at least " + count(min, "character"));
        }
    }

    public void maxLength(String pointer, @Nullable String value, int max) {
        if (value != null && value.length() > max && value.codePointCount(0, value.length()) > max) {
            add(pointer, "maxLength", "must have at most " + count(max, "character"));
        }
    }

    /**
     * The whole value must match, within a bounded number of steps.
     *
     * @param source the pattern as the model gives it, for the message
     */
    public void pattern(String pointer, @Nullable String value, Pattern pattern, String source) {
        if (value != null && !BoundedMatcher.matches(pattern, value)) {
            add(pointer, "pattern", "must match " + source);
        }
    }

    public void minItems(String pointer, @Nullable List<?> value, int min) {
        if (value != null && value.size() < min) {
            add(pointer, "minItems", "must have at least " + count(min, "item"));
        }
    }

    public void maxItems(String pointer, @Nullable List<?> value, int max) {
        if (value != null && value.size() > max) {
            add(pointer, "maxItems", "must have at most " + count(max, "item"));
        }
    }

    /** Inclusive lower bound. */
    public <C extends Comparable<? super C>> void min(String pointer, @Nullable C value, C min) {
        if (value != null && value.compareTo(min) < 0) {
            add(pointer, "min", "must be at least " + text(min));
        }
    }

    /** Inclusive upper bound. */
    public <C extends Comparable<? super C>> void max(String pointer, @Nullable C value, C max) {
        if (value != null && value.compareTo(max) > 0) {
            add(pointer, "max", "must be at most " + text(max));
        }
    }

    /** Exclusive lower bound. */
    public <C extends Comparable<? super C>> void above(String pointer, @Nullable C value, C bound) {
        if (value != null && value.compareTo(bound) <= 0) {
            add(pointer, "min", "must be more than " + text(bound));
        }
    }

    /** Exclusive upper bound. */
    public <C extends Comparable<? super C>> void below(String pointer, @Nullable C value, C bound) {
        if (value != null && value.compareTo(bound) >= 0) {
            add(pointer, "max", "must be less than " + text(bound));
        }
    }

    /** A decimal must fit {@code decimal(precision,scale)} exactly: nothing is rounded. */
    public void decimal(String pointer, @Nullable BigDecimal value, int precision, int scale) {
        if (value == null) {
            return;
        }
        if (Numbers.decimalPlaces(value) > scale) {
            add(pointer, "scale", "must have at most " + count(scale, "decimal place"));
        } else if (Numbers.integerDigits(value) > precision - scale) {
            add(pointer, "precision", "must have at most " + count(precision - scale, "digit") + " before the point");
        }
    }

    /** An e-mail address as HTML forms accept it (WHATWG HTML, "valid email address"). */
    public void email(String pointer, @Nullable String value) {
        if (value != null && !Formats.isEmail(value)) {
            add(pointer, "format", "must be an e-mail address, such as ann@example.org");
        }
    }

    /** An absolute http or https URL. */
    public void url(String pointer, @Nullable String value) {
        if (value != null && !Formats.isUrl(value)) {
            add(pointer, "format", "must be a web address that starts with http:// or https://");
        }
    }

    /** Neither U+0000 nor half of a surrogate pair, and at most 2^20 UTF-16 units. */
    public void text(String pointer, @Nullable String value) {
        valid(pointer, value, TextType::valid);
    }

    /** Neither NaN nor infinite: JSON has no such numbers. */
    public void finite(String pointer, @Nullable Double value) {
        valid(pointer, value, DoubleType::finite);
    }

    /** A day of the years 0001 to 9999, which every engine can show. */
    public void date(String pointer, @Nullable LocalDate value) {
        valid(pointer, value, DateType::bounded);
    }

    /** An instant of the years 0001 to 9999 in UTC. */
    public void timestamp(String pointer, @Nullable Instant value) {
        valid(pointer, value, TimestampType::bounded);
    }

    private <V> void valid(String pointer, @Nullable V value, Consumer<V> check) {
        if (value == null) {
            return;
        }
        try {
            check.accept(value);
        } catch (BadValueException e) {
            add(pointer, e.code(), e.getMessage());
        }
    }

    /**
     * A rule of the model. As in an SQL CHECK, a rule that is neither true nor false ({@code null}) holds.
     *
     * @param source the rule as the model gives it
     * @param pointers the fields the rule looks at: when one of them has a violation, its value is not known and the
     *     rule says nothing
     */
    public void rule(String name, @Nullable Boolean holds, String source, String... pointers) {
        if (!Boolean.FALSE.equals(holds)) {
            return;
        }
        for (String pointer : pointers) {
            if (isFaulty(pointer)) {
                return;
            }
        }
        addBeside("", RULE, name.replace('_', ' ') + " (" + source + ")");
    }

    private static String text(Object bound) {
        return bound instanceof BigDecimal decimal ? decimal.toPlainString() : bound.toString();
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
