package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Stored values as JSON (Parquet's LogicalTypes.md; the older forms of its lists and maps too). */
final class ForeignValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 32;

    private ForeignValues() {}

    static @Nullable JsonNode json(Type type, @Nullable Object stored) {
        return json(type, stored, 0);
    }

    private static @Nullable JsonNode json(Type type, @Nullable Object stored, int depth) {
        if (stored == null) {
            return type.isRepetition(Type.Repetition.REPEATED) ? JSON.arrayNode() : null;
        }
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("its columns lie too deep in each other");
        }
        if (type.isRepetition(Type.Repetition.REPEATED)) {
            ArrayNode items = JSON.arrayNode();
            ((List<?>) stored).forEach(item -> items.add(one(type, item, depth)));
            return items;
        }
        return one(type, stored, depth);
    }

    private static @Nullable JsonNode one(Type type, Object stored, int depth) {
        if (type.isPrimitive()) {
            return ForeignScalars.json(type.asPrimitiveType(), stored);
        }
        GroupType group = type.asGroupType();
        @Nullable Object[] slots = (Object[]) stored;
        if (group.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation && group.getFieldCount() == 1) {
            return list(group.getType(0), slots[0], depth);
        }
        if (group.getLogicalTypeAnnotation() instanceof MapLogicalTypeAnnotation && group.getFieldCount() == 1) {
            return map(group.getType(0), slots[0], depth);
        }
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < slots.length; i++) {
            JsonNode value = json(group.getType(i), slots[i], depth + 1);
            if (value != null) {
                object.set(group.getFieldName(i), value);
            }
        }
        return object;
    }

    /** Three levels, {@code list.element}, or the two that older writers have (section "Backward-compatibility rules"). */
    private static JsonNode list(Type repeated, @Nullable Object stored, int depth) {
        ArrayNode items = JSON.arrayNode();
        boolean wrapped = !repeated.isPrimitive()
                && repeated.asGroupType().getFieldCount() == 1
                && !repeated.getName().equals("array")
                && !repeated.getName().endsWith("_tuple");
        for (Object item : items(stored)) {
            items.add(
                    wrapped
                            ? json(repeated.asGroupType().getType(0), ((Object[]) item)[0], depth + 1)
                            : one(repeated, item, depth + 1));
        }
        return items;
    }

    private static JsonNode map(Type entries, @Nullable Object stored, int depth) {
        ObjectNode object = JSON.objectNode();
        GroupType entry = entries.asGroupType();
        for (Object item : items(stored)) {
            @Nullable Object[] pair = (Object[]) item;
            JsonNode key = json(entry.getType(0), pair[0], depth + 1);
            JsonNode value = pair.length < 2 ? null : json(entry.getType(1), pair[1], depth + 1);
            if (key != null && value != null) {
                object.set(key.asText(), value);
            }
        }
        return object;
    }

    private static List<?> items(@Nullable Object stored) {
        if (stored == null) {
            return List.of();
        }
        return stored instanceof List<?> list ? list : Arrays.asList(stored);
    }
}
