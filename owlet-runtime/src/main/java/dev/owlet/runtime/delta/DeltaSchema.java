package dev.owlet.runtime.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Column;
import dev.owlet.runtime.row.DecimalType;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.row.ListType;
import dev.owlet.runtime.row.RowType;
import dev.owlet.runtime.row.StructType;
import dev.owlet.runtime.row.ValueType;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a table (protocol, section "Schema Serialization Format"). Every column made here is nullable: a rule
 * that is tightened in the model later must not make earlier rows unreadable. Immutable; equal when columns, their order and what is said of them are.
 */
public final class DeltaSchema {
    private final ObjectNode root;

    private DeltaSchema(ObjectNode root) {
        this.root = root;
    }

    /** The schema of a row type; columns in its order. */
    public static DeltaSchema of(RowType<?> type) {
        return new DeltaSchema(struct(type));
    }

    /** @throws IllegalArgumentException when the text is not the schema of a table */
    static DeltaSchema parse(String json) {
        try {
            if (Json.MAPPER.readTree(json) instanceof ObjectNode struct
                    && struct.path("fields").isArray()) {
                return new DeltaSchema(struct);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a Delta schema: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("not a Delta schema");
    }

    String json() {
        return root.toString();
    }

    ArrayNode fields() {
        return (ArrayNode) root.get("fields");
    }

    /**
     * This schema with what {@code wanted} has beyond it, at the end of the table or of the nested value; what it lacks
     * stays. Names are compared without case, as all readers do.
     *
     * @return empty when nothing is missing
     * @throws UnsupportedTableException when a column has another type here
     */
    public Optional<DeltaSchema> widened(DeltaSchema wanted) throws UnsupportedTableException {
        ObjectNode copy = root.deepCopy();
        return widen(copy, wanted.root, "") ? Optional.of(new DeltaSchema(copy)) : Optional.empty();
    }

    private static boolean widen(ObjectNode struct, JsonNode wanted, String path) throws UnsupportedTableException {
        ArrayNode fields = (ArrayNode) struct.get("fields");
        boolean changed = false;
        for (JsonNode field : wanted.get("fields")) {
            Optional<JsonNode> existing = find(fields, field.get("name").asText());
            if (existing.isEmpty()) {
                fields.add(field.deepCopy());
                changed = true;
            } else {
                String name = path + field.get("name").asText();
                changed |= widenType(existing.get().get("type"), field.get("type"), name);
            }
        }
        return changed;
    }

    private static boolean widenType(JsonNode existing, JsonNode wanted, String name) throws UnsupportedTableException {
        if (existing instanceof ObjectNode struct && bothAre("struct", existing, wanted)) {
            return widen(struct, wanted, name + ".");
        }
        if (bothAre("array", existing, wanted)) {
            return widenType(existing.get("elementType"), wanted.get("elementType"), name + "[]");
        }
        if (!existing.equals(wanted)) {
            throw new UnsupportedTableException("column " + name + " is " + text(existing) + " in the table, but "
                    + text(wanted) + " in the model; give the changed field a new name");
        }
        return false;
    }

    private static boolean bothAre(String type, JsonNode a, JsonNode b) {
        return type.equals(a.path("type").asText())
                && type.equals(b.path("type").asText());
    }

    private static String text(JsonNode type) {
        return type.isTextual() ? type.asText() : type.path("type").asText();
    }

    private static Optional<JsonNode> find(ArrayNode fields, String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        for (JsonNode field : fields) {
            if (field.path("name").asText().toLowerCase(Locale.ROOT).equals(folded)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static ObjectNode struct(RowType<?> type) {
        ObjectNode struct = Json.MAPPER.createObjectNode().put("type", "struct");
        ArrayNode fields = struct.putArray("fields");
        for (Column<?, ?> column : type.columns()) {
            ObjectNode field = fields.addObject().put("name", column.name());
            field.set("type", type(column.type()));
            field.put("nullable", true).putObject("metadata");
        }
        return struct;
    }

    private static JsonNode type(ValueType<?> type) {
        return switch (type.kind()) {
            case BOOL -> text("boolean");
            case INT -> text("integer");
            case LONG -> text("long");
            case DOUBLE -> text("double");
            case DECIMAL -> decimal((DecimalType) type);
            case TEXT, UUID, TIME, JSON, ENUM -> text("string");
            case DATE -> text("date");
            case TIMESTAMP -> text("timestamp");
            case LIST -> array((ListType<?>) type);
            case STRUCT -> struct(((StructType<?>) type).type());
        };
    }

    private static JsonNode decimal(DecimalType type) {
        return text("decimal(" + type.precision() + "," + type.scale() + ")");
    }

    private static JsonNode array(ListType<?> type) {
        ObjectNode array = Json.MAPPER.createObjectNode().put("type", "array");
        array.set("elementType", type(type.element()));
        return array.put("containsNull", true);
    }

    private static JsonNode text(String name) {
        return Json.MAPPER.getNodeFactory().textNode(name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeltaSchema schema && schema.root.equals(root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }

    @Override
    public String toString() {
        return json();
    }
}
