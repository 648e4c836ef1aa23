package dev.owlet.processor.model;

import java.util.Arrays;
import java.util.Optional;

/** What may be said of a field besides its type. Both ways of writing a field, short and as a map, fill these. */
enum Part {
    OPTIONAL("optional"),
    /** Smallest length of a text, size of a list, value of a number; what it is depends on the type. */
    MIN("min"),
    MAX("max"),
    /** Bounds of the values themselves, by {@code a..b}, {@code >=} or {@code <=}. */
    LOWER("range"),
    UPPER("range"),
    ABOVE("range"),
    BELOW("range"),
    PATTERN("pattern"),
    DEFAULT("default"),
    COMPUTED("computed"),
    UNIQUE("unique"),
    SEARCH("search"),
    PII("pii"),
    UNIT("unit"),
    EXAMPLE("example"),
    LABEL("label");

    private final String key;

    Part(String key) {
        this.key = key;
    }

    /** The name of its entry in the map form. */
    String key() {
        return key;
    }

    static Optional<Part> ofKey(String key) {
        return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst();
    }
}
