package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads classic checkpoints, in one file or in parts (protocol, section "Checkpoints"): Parquet files with an action a
 * row. Actions become JSON as commits have it, so that one reader understands both.
 */
final class CheckpointReader {
    /** What a snapshot is made of; tombstones and repeated statistics are most of the bytes, and are left unread. */
    private static final Map<String, List<String>> WANTED = Map.of(
            "add", List.of("path", "partitionValues", "size", "modificationTime", "stats", "deletionVector"),
            "metaData", List.of(),
            "protocol", List.of(),
            "txn", List.of("appId", "version"));

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CheckpointReader() {}

    /**
     * The table as of a checkpoint.
     *
     * @param parts the bytes of all its files
     * @throws DamagedLogException when they cannot be read, or hold no whole table
     */
    static Snapshot read(String table, long version, List<byte[]> parts) throws IOException {
        String name = "checkpoint " + version + " of table " + table;
        Replay replay = new Replay(table, Snapshot.none());
        try {
            for (byte[] part : parts) {
                replay.applyCheckpoint(version, actions(part));
            }
        } catch (UnsupportedTableException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // parquet-java has no one exception for broken bytes
            throw new DamagedLogException(name + " cannot be read: " + e.getMessage(), e);
        }
        Snapshot snapshot = replay.snapshot();
        if (snapshot.schema().isEmpty()) {
            throw new DamagedLogException(name + " tells no schema");
        }
        return snapshot;
    }

    private static List<JsonNode> actions(byte[] part) throws IOException {
        List<JsonNode> actions = new ArrayList<>();
        try (ParquetReader<Group> reader = new Builder(StoredBytes.of("checkpoint", part))
                .withCodecFactory(new Codecs())
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                actions.add(struct(row));
            }
        }
        return actions;
    }

    private static ObjectNode struct(Group group) {
        ObjectNode object = JSON.objectNode();
        GroupType type = group.getType();
        for (int field = 0; field < type.getFieldCount(); field++) {
            if (group.getFieldRepetitionCount(field) > 0) {
                object.set(type.getFieldName(field), value(group, field, 0));
            }
        }
        return object;
    }

    private static JsonNode value(Group group, int field, int index) {
        Type type = group.getType().getType(field);
        if (type.isPrimitive()) {
            return primitive(group, field, index, type);
        }
        Group value = group.getGroup(field, index);
        LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
        if (annotation instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation) {
            return map(value);
        }
        return annotation instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation ? list(value) : struct(value);
    }

    private static JsonNode primitive(Group group, int field, int index, Type type) {
        return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case BINARY -> JSON.textNode(group.getString(field, index));
            case INT64 -> JSON.numberNode(group.getLong(field, index));
            case INT32 -> JSON.numberNode(group.getInteger(field, index));
            case BOOLEAN -> JSON.booleanNode(group.getBoolean(field, index));
            default -> throw new IllegalArgumentException("no action has a " + type);
        };
    }

    private static ObjectNode map(Group map) {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
            Group entry = map.getGroup(0, i);
            boolean isNull = entry.getFieldRepetitionCount(1) == 0;
            object.set(entry.getString(0, 0), isNull ? JSON.nullNode() : value(entry, 1, 0));
        }
        return object;
    }

    private static ArrayNode list(Group list) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
            Group element = list.getGroup(0, i);
            array.add(element.getFieldRepetitionCount(0) == 0 ? JSON.nullNode() : value(element, 0, 0));
        }
        return array;
    }

    private static MessageType wanted(MessageType file) {
        List<Type> fields = new ArrayList<>();
        for (Type field : file.getFields()) {
            List<String> names = WANTED.get(field.getName());
            if (names != null) {
                GroupType group = field.asGroupType();
                fields.add(names.isEmpty() ? group : group.withNewFields(named(group, names)));
            }
        }
        return new MessageType(file.getName(), fields);
    }

    private static List<Type> named(GroupType group, List<String> names) {
        return group.getFields().stream()
                .filter(field -> names.contains(field.getName()))
                .toList();
    }

    private static final class Builder extends ParquetReader.Builder<Group> {
        Builder(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new Actions();
        }
    }

    private static final class Actions extends ReadSupport<Group> {
        @Override
        public ReadContext init(InitContext context) {
            return new ReadContext(wanted(context.getFileSchema()));
        }

        @Override
        @SuppressWarnings("deprecation") // abstract, or its counterpart falls back on it
        public RecordMaterializer<Group> prepareForRead(
                Configuration configuration, Map<String, String> metadata, MessageType file, ReadContext context) {
            return new GroupRecordConverter(context.getRequestedSchema());
        }

        @Override
        public RecordMaterializer<Group> prepareForRead(
                ParquetConfiguration configuration,
                Map<String, String> metadata,
                MessageType file,
                ReadContext context) {
            return new GroupRecordConverter(context.getRequestedSchema());
        }
    }
}
