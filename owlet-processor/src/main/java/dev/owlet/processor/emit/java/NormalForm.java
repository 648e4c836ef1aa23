package dev.owlet.processor.emit.java;

import dev.owlet.processor.model.FieldType;
import java.util.Optional;

/** How a value becomes the one that storage would give back: exact places, microseconds, lists that do not change. */
final class NormalForm {
    private final JavaSource source;
    private final String element;

    /** @param element free name for a variable */
    NormalForm(JavaSource source, String element) {
        this.source = source;
        this.element = element;
    }

    /** Empty for types whose values are as they are. */
    Optional<String> of(FieldType type, String value) {
        String values = source.scope(Names.VALUES);
        if (type instanceof FieldType.Decimal decimal) {
            return Optional.of("%s.scaled(%s, %s)".formatted(values, value, decimal.scale()));
        }
        if (type instanceof FieldType.Timestamp) {
            return Optional.of("%s.micros(%s)".formatted(values, value));
        }
        if (type instanceof FieldType.Reference reference) {
            return of(reference.keyType(), value);
        }
        if (type instanceof FieldType.ListOf list) {
            String each = of(list.element(), element)
                    .map(form -> ", " + element + " -> " + form)
                    .orElse("");
            return Optional.of(values + ".copy(" + value + each + ")");
        }
        return Optional.empty();
    }
}
