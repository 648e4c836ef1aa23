package dev.owlet.processor.emit;

import dev.owlet.processor.model.Concept;
import dev.owlet.processor.model.EnumType;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import dev.owlet.processor.model.Model;
import dev.owlet.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/** Puts a text wherever a model holds free text. */
final class TextModel {
    private final String text;

    TextModel(String text) {
        this.text = text;
    }

    Model of(Model m) {
        return new Model(
                m.project(),
                text,
                text,
                m.budget(),
                m.usage(),
                m.signup(),
                m.locale(),
                m.enums().stream().map(this::of).toList(),
                m.shapes().stream().map(this::of).toList(),
                m.concepts().stream().map(this::of).toList());
    }

    private EnumType of(EnumType e) {
        List<EnumType.Value> values = e.values().stream()
                .map(v -> new EnumType.Value(v.code(), text, text, v.at()))
                .toList();
        return new EnumType(e.name(), text, text, values, e.at());
    }

    private Shape of(Shape s) {
        return new Shape(s.name(), text, text, fields(s.fields()), s.at());
    }

    private Concept of(Concept c) {
        return new Concept(
                c.name(),
                c.module(),
                text,
                text,
                c.path(),
                c.folder(),
                text,
                c.key(),
                c.label(),
                c.subject(),
                c.partition(),
                fields(c.fields()),
                c.rules(),
                c.unique(),
                c.upload(),
                c.access(),
                c.at());
    }

    private List<Field> fields(List<Field> fields) {
        return fields.stream().map(this::of).toList();
    }

    private Field of(Field f) {
        return new Field(
                f.name(),
                text,
                of(f.type()),
                f.optional(),
                f.min(),
                f.max(),
                f.minItems(),
                f.maxItems(),
                f.pattern(),
                f.defaultValue(),
                f.computed(),
                f.unique(),
                f.search(),
                f.pii(),
                f.was(),
                Optional.of(text),
                f.example(),
                text,
                f.at());
    }

    private FieldType of(FieldType type) {
        if (type instanceof FieldType.EnumOf of) {
            return new FieldType.EnumOf(of(of.type()));
        }
        if (type instanceof FieldType.ShapeOf of) {
            return new FieldType.ShapeOf(of(of.shape()));
        }
        return type instanceof FieldType.ListOf list ? new FieldType.ListOf(of(list.element())) : type;
    }
}
