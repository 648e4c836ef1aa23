package dev.owlet.processor.model;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Names that a model cannot use, because the code made of it needs them. */
final class Reserved {
    /** Types of Java and of the runtime that stand in generated code by their simple names. */
    private static final Set<String> TYPES = ignoringCase(
            // java.lang
            "Boolean Comparable Double Enum IllegalArgumentException IllegalStateException Integer Long Math Object",
            "Override Record String SuppressWarnings",
            // java.math, java.time, java.util and libraries
            "BigDecimal Instant JsonNode List LocalDate LocalTime NullMarked Nullable Optional Pattern UUID",
            // the runtime
            "App Builder Checks Column Config Expressions FileRef Main Operation Resource Router Routes RowType Stored",
            "Table TableSpec Uuid7 ValueType Values Violations",
            // made once a project
            "OwletModel",
            // names of devices, which are no files on Windows
            "Aux Com1 Com2 Com3 Com4 Com5 Com6 Com7 Com8 Com9 Con Lpt1 Lpt2 Lpt3 Lpt4 Lpt5 Lpt6 Lpt7 Lpt8 Lpt9 Nul Prn");

    /** JLS 8.10.1: the methods of Object that take nothing cannot be record components. */
    private static final Set<String> OBJECT_METHODS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** Methods without parameters that generated records have. */
    private static final Set<String> RECORD_METHODS = Set.of("builder", "toBuilder", "toJson", "rowType");

    private static final Set<String> EXPRESSION_WORDS = ignoringCase("and or not is in null true false");

    private static final Set<String> CODES = ignoringCase("null true false");

    private Reserved() {}

    private static Set<String> ignoringCase(String... words) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : words) {
            set.addAll(Set.of(line.split(" ")));
        }
        return set;
    }

    static boolean isType(String name) {
        return TYPES.contains(name);
    }

    static boolean isField(String name) {
        return OBJECT_METHODS.contains(name) || RECORD_METHODS.contains(name) || EXPRESSION_WORDS.contains(name);
    }

    static String whyField(String name) {
        if (EXPRESSION_WORDS.contains(name)) {
            return "it is a word of expressions";
        }
        return OBJECT_METHODS.contains(name)
                ? "every Java object has a method of that name"
                : "every generated record has a method of that name";
    }

    /** Words that stand for themselves in expressions, in small letters. */
    static boolean isExpressionWord(String name) {
        return EXPRESSION_WORDS.contains(name) && name.equals(name.toLowerCase(Locale.ROOT));
    }

    static boolean isCode(String name) {
        return CODES.contains(name);
    }
}
