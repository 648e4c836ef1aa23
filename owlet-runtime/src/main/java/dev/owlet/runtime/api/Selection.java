package dev.owlet.runtime.api;

import java.util.Optional;
import java.util.Set;

/** The names that {@code fields=} asks for; empty for all. */
record Selection(Optional<Set<String>> names) {
    static final Selection ALL = new Selection(Optional.empty());

    static Selection of(String... names) {
        return new Selection(Optional.of(Set.of(names)));
    }

    boolean has(String name) {
        return names.isEmpty() || names.get().contains(name);
    }
}
