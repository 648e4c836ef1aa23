package dev.owlet.processor.emit.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.processor.emit.Json;
import dev.owlet.processor.model.Field;
import dev.owlet.processor.model.FieldType;
import java.util.List;

/** The enums, shapes and files that fields refer to, directly or through a shape. */
final class Definitions {
    private final ObjectSchemas schemas;
    private final ObjectNode found = Json.object();

    private Definitions(ObjectSchemas schemas) {
        this.schemas = schemas;
    }

    /** Definitions by name, in the order of their first use. */
    static ObjectNode of(List<Field> fields, ObjectSchemas schemas) {
        Definitions definitions = new Definitions(schemas);
        definitions.collect(fields);
        return definitions.found;
    }

    private void collect(List<Field> fields) {
        for (Field field : fields) {
            collect(field.type());
        }
    }

    private void collect(FieldType type) {
        if (type instanceof FieldType.ListOf list) {
            collect(list.element());
        } else if (type instanceof FieldType.EnumOf of) {
            found.set(of.type().name(), ObjectSchemas.enumeration(of.type()));
        } else if (type instanceof FieldType.File) {
            found.set(SchemaTypes.FILE, ObjectSchemas.file());
        } else if (type instanceof FieldType.ShapeOf of && !found.has(of.shape().name())) {
            found.set(of.shape().name(), schemas.shape(of.shape()));
            collect(of.shape().fields());
        }
    }
}
