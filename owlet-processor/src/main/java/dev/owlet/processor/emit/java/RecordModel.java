package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.Shape;
import dev.owlet.processor.source.Position;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What concepts and shapes have in common: they become records. */
record RecordModel(String name, String description, List<Field> fields, List<Concept.Rule> rules, Position at) {
    static RecordModel of(Concept concept) {
        return new RecordModel(concept.name(), concept.description(), concept.fields(), concept.rules(), concept.at());
    }

    static RecordModel of(Shape shape) {
        return new RecordModel(shape.name(), shape.description(), shape.fields(), List.of(), shape.at());
    }

    Field field(String fieldName) {
        return fields.stream()
                .filter(f -> f.name().equals(fieldName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + fieldName));
    }

    /** The fields that the record holds, in model order. */
    List<Field> entered() {
        return fields.stream().filter(Field::isEntered).toList();
    }

    List<Field> computed() {
        return fields.stream().filter(f -> !f.isEntered()).toList();
    }

    /** Names in scope everywhere in the record. */
    Set<String> components() {
        Set<String> names = new LinkedHashSet<>();
        entered().forEach(f -> names.add(JavaNames.component(f)));
        return names;
    }
}
