package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import java.util.List;

/** A closed set of values. */
public record EnumType(String name, String title, String description, List<Value> values, Position at) {
    public EnumType {
        values = List.copyOf(values);
    }

    /**
     * @param code as stored and sent, such as {@code TYTO_ALBA}
     * @param label as shown
     */
    public record Value(String code, String label, String description, Position at) {}
}
