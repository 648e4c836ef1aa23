package dev.owlet.processor.model;

import dev.owlet.processor.source.ProblemCode;
import dev.owlet.processor.source.Problems;
import dev.owlet.processor.source.Quote;
import dev.owlet.processor.source.Suggestion;
import java.util.List;
import java.util.Optional;

/** Follows {@code position.lat} through shapes. */
final class FieldPath {
    private FieldPath() {}

    /** The field at the end of the path that begins with {@code first}; empty after a problem. */
    static Optional<Expr> resolve(ExprTree.Name name, Field first, Problems problems) {
        Field field = first;
        boolean nullable = field.optional();
        for (String part : name.path().subList(1, name.path().size())) {
            List<Field> inner =
                    field.type() instanceof FieldType.ShapeOf of ? of.shape().fields() : List.of();
            Optional<Field> found =
                    inner.stream().filter(f -> f.name().equals(part)).findFirst();
            if (found.isEmpty()) {
                List<String> known = inner.stream().map(Field::name).toList();
                problems.add(
                        name.at(),
                        ProblemCode.EXPRESSION_NAME,
                        "%s has no field %s".formatted(field.name(), Quote.of(part)),
                        Suggestion.cure(part, known, "Only fields of a shape stand behind a point"));
                return Optional.empty();
            }
            field = found.get();
            nullable |= field.optional();
        }
        FieldType type = field.type();
        FieldType value = type instanceof FieldType.Reference reference ? reference.keyType() : type;
        Optional<String> enumName =
                value instanceof FieldType.EnumOf of ? Optional.of(of.type().name()) : Optional.empty();
        return Optional.of(new Expr.FieldRef(name.path(), type, ExprTypes.of(type), nullable, enumName));
    }
}
