package dev.owlet.processor.model;

import dev.owlet.processor.source.Position;
import java.util.List;

/** A nested value without a key of its own. */
public record Shape(String name, String title, String description, List<Field> fields, Position at) {
    public Shape {
        fields = List.copyOf(fields);
    }

    public Field field(String fieldName) {
        return fields.stream()
                .filter(f -> f.name().equals(fieldName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + fieldName));
    }
}
