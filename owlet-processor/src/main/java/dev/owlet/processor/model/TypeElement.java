package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import java.util.Optional;

/**
 * A type as written: {@code text(1..5)[]?}.
 *
 * @param name without its arguments: {@code text}, {@code Species}
 * @param reference whether {@code ->} stands before the name
 * @param arguments what stands between the parentheses
 */
record TypeElement(
        String name, boolean reference, Optional<String> arguments, boolean list, boolean optional, Position at) {}
