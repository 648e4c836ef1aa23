package dev.owlet.runtime.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may follow a field's name in a filter, after a point. */
enum Comparison {
    EQ,
    NE,
    LT,
    LTE,
    GT,
    GTE,
    IN,
    CONTAINS,
    NULL;

    static Optional<Comparison> of(String word) {
        return Stream.of(values()).filter(c -> c.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Stream.of(values()).map(Comparison::word).toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
