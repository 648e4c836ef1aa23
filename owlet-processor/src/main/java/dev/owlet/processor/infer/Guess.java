package dev.owlet.processor.infer;

import java.util.Optional;

/**
 * The type that every value of a column has.
 *
 * @param type as the language writes it: {@code decimal(10,2)}
 * @param format how the values are written, when not as the language does; an entry of {@code upload: formats:}
 */
record Guess(String type, Optional<String> format) {
    static Guess of(String type) {
        return new Guess(type, Optional.empty());
    }

    boolean isText() {
        return type.startsWith("text");
    }
}
