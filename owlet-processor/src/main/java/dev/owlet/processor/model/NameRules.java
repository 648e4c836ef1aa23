package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The form that names have. They become Java, SQL, paths, folders and JSON, so they are plain. */
final class NameRules {
    private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9-]{1,20}[a-z0-9]");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]{0,62}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final int MAX_MODULE = 31;

    private final Problems problems;

    NameRules(Problems problems) {
        this.problems = problems;
    }

    /** Amazon's own words are not allowed in names of user pools and sign-in domains. */
    void project(Written name) {
        String text = name.text();
        if (!PROJECT.matcher(text).matches() || text.contains("--")) {
            problems.add(
                    name.at(),
                    ProblemCode.PROJECT_NAME,
                    "%s is no name for a project".formatted(Quote.of(text)),
                    "Use 3 to 22 small letters, digits and single hyphens; begin with a letter");
            return;
        }
        for (String word : List.of("aws", "amazon", "cognito")) {
            if (text.contains(word)) {
                problems.add(
                        name.at(),
                        ProblemCode.PROJECT_NAME,
                        "A project's name must not contain %s".formatted(word),
                        "The sign-in service refuses it; choose another name");
            }
        }
        for (String start : List.of("sthree-", "amzn-")) {
            if (text.startsWith(start)) {
                problems.add(
                        name.at(),
                        ProblemCode.PROJECT_NAME,
                        "A project's name must not begin with %s".formatted(start),
                        "Amazon S3 keeps such names of buckets for itself; choose another name");
            }
        }
    }

    /** A concept, enum or shape. */
    boolean type(Written name, String what) {
        return form(TYPE, name, what, "Begin with a capital and use letters and digits, such as InvoiceLine")
                && free(Reserved.isType(name.text()), name, "generated code uses that name itself");
    }

    boolean field(Written name) {
        return form(FIELD, name, "a field", "Begin with a letter and use letters, digits and _, such as seen_at")
                && free(Reserved.isField(name.text()), name, Reserved.whyField(name.text()));
    }

    /** An earlier name of a field; it may be one that is reserved by now. */
    boolean was(Written name) {
        return form(FIELD, name, "a field", "Write the field's earlier name, once behind each was");
    }

    boolean rule(Written name) {
        return form(
                FIELD, name, "a rule", "Begin with a letter and use letters, digits and _, such as ends_after_start");
    }

    boolean code(Written name) {
        return form(
                        FIELD,
                        name,
                        "a value of an enum",
                        "Begin with a letter and use letters, digits and _; a label may be any text")
                && free(Reserved.isCode(name.text()), name, "it would read as a value of another kind");
    }

    boolean module(Written name) {
        boolean tooLong = name.text().length() > MAX_MODULE;
        return form(tooLong ? TYPE : MODULE, name, "a module", "Use at most 31 small letters, digits and single _");
    }

    /** Names that would be one in Java, in SQL or as the name of a constant. */
    void collisions(List<Written> names) {
        Map<String, Written> first = new HashMap<>();
        for (Written name : names) {
            Written other = first.putIfAbsent(normal(name.text()), name);
            if (other != null && !other.text().equals(name.text())) {
                problems.add(
                        name.at(),
                        ProblemCode.NAME_COLLISION,
                        "%s and %s would be one name in Java or in SQL"
                                .formatted(Quote.of(name.text()), Quote.of(other.text())),
                        "Rename one of them; the other is in line %s"
                                .formatted(other.at().line()));
            }
        }
    }

    /** The name of the generated constant: {@code seenAt}, {@code seen_at} and {@code SEEN_AT} are one. */
    static String normal(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("_+$", "")
                .toUpperCase(Locale.ROOT);
    }

    private boolean form(Pattern pattern, Written name, String what, String cure) {
        boolean good = pattern.matcher(name.text()).matches();
        if (!good) {
            problems.add(
                    name.at(),
                    ProblemCode.NAME_FORM,
                    "%s is no name for %s".formatted(Quote.of(name.text()), what),
                    cure);
        }
        return good;
    }

    private boolean free(boolean reserved, Written name, String why) {
        if (reserved) {
            problems.add(
                    name.at(),
                    ProblemCode.NAME_RESERVED,
                    "%s cannot be used: %s".formatted(Quote.of(name.text()), why),
                    "Choose another name");
        }
        return !reserved;
    }
}
