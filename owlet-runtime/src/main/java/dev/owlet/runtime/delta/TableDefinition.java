package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the actions for protocol and metadata say (protocol, sections of these names). The actions are kept as
 * they are, so that a name or description that another engine gave survives.
 *
 * @param protocol never changed
 * @param metadata never changed
 * @param schema empty before the first metadata
 */
record TableDefinition(ObjectNode protocol, ObjectNode metadata, Optional<DeltaSchema> schema) {
    static final int READER_VERSION = 1;
    static final int WRITER_VERSION = 2;

    static TableDefinition none() {
        ObjectNode protocol = Json.MAPPER
                .createObjectNode()
                .put("minReaderVersion", READER_VERSION)
                .put("minWriterVersion", WRITER_VERSION);
        return new TableDefinition(protocol, Json.MAPPER.createObjectNode(), Optional.empty());
    }

    /** A new table. Transactions are kept a month: idempotency keys are not repeated later than that. */
    static TableDefinition create(String id, DeltaSchema schema, List<String> partitionColumns, long createdTime) {
        Set<String> columns = new HashSet<>();
        schema.fields().forEach(field -> columns.add(field.path("name").asText()));
        if (!columns.containsAll(partitionColumns) || columns.size() == partitionColumns.size()) {
            throw new IllegalArgumentException(
                    "partition columns must be some of " + columns + ", not all: " + partitionColumns);
        }
        ObjectNode metadata = Json.MAPPER.createObjectNode().put("id", id);
        metadata.putObject("format").put("provider", "parquet").putObject("options");
        metadata.put("schemaString", schema.json());
        partitionColumns.forEach(metadata.putArray("partitionColumns")::add);
        metadata.putObject("configuration").put("delta.setTransactionRetentionDuration", "interval 30 days");
        metadata.put("createdTime", createdTime);
        return new TableDefinition(none().protocol, metadata, Optional.of(schema));
    }

    TableDefinition withSchema(DeltaSchema wider) {
        return new TableDefinition(protocol, metadata.deepCopy().put("schemaString", wider.json()), Optional.of(wider));
    }

    /** @throws IllegalArgumentException when the action is none */
    TableDefinition withProtocol(JsonNode action) {
        return new TableDefinition(object("protocol", action), metadata, schema);
    }

    /** @throws IllegalArgumentException when the action is none */
    TableDefinition withMetadata(JsonNode action) {
        DeltaSchema changed = DeltaSchema.parse(action.path("schemaString").asText());
        return new TableDefinition(protocol, object("metaData", action), Optional.of(changed));
    }

    private static ObjectNode object(String name, JsonNode action) {
        if (action instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("its " + name + " is not an object");
    }

    /** Columns whose values stand in the log. */
    List<String> partitionColumns() {
        return strings(metadata.path("partitionColumns"));
    }

    /** The table's properties, such as {@code delta.appendOnly}. */
    Map<String, String> configuration() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> setting :
                metadata.path("configuration").properties()) {
            settings.put(setting.getKey(), setting.getValue().asText());
        }
        return settings;
    }

    void requireReadable(String table) throws UnsupportedTableException {
        int needed = protocol.path("minReaderVersion").asInt();
        if (needed > READER_VERSION) {
            throw new UnsupportedTableException("table " + table + " needs Delta reader version " + needed
                    + features("readerFeatures") + "; this reader has version " + READER_VERSION);
        }
    }

    /**
     * Refuses what writer version 2 may meet and this writer does not enforce: append-only tables when rows go, column
     * invariants, and columns that must not be null.
     */
    void requireWritable(String table, boolean removesRows) throws UnsupportedTableException {
        int needed = protocol.path("minWriterVersion").asInt();
        if (needed > WRITER_VERSION) {
            throw new UnsupportedTableException("table " + table + " needs Delta writer version " + needed
                    + features("writerFeatures") + "; this writer has version " + WRITER_VERSION);
        }
        Map<String, String> configuration = configuration();
        if (removesRows && "true".equalsIgnoreCase(configuration.get("delta.appendOnly"))) {
            throw new UnsupportedTableException("table " + table + " is append-only: its rows stay as they are");
        }
        for (String setting : configuration.keySet()) {
            if (setting.toLowerCase(Locale.ROOT).startsWith("delta.constraints.")) {
                throw new UnsupportedTableException("table " + table + " has the constraint " + setting);
            }
        }
        if (schema.isPresent()) {
            requireFree(table, schema.get());
        }
    }

    private String features(String name) {
        List<String> features = strings(protocol.path(name));
        return features.isEmpty() ? "" : " " + features;
    }

    private static void requireFree(String table, DeltaSchema schema) throws UnsupportedTableException {
        for (JsonNode field : schema.fields()) {
            JsonNode metadata = field.path("metadata");
            if (!field.path("nullable").asBoolean(true)
                    || metadata.has("delta.invariants")
                    || metadata.has("delta.generationExpression")) {
                throw new UnsupportedTableException("table " + table + " has a constraint on its column "
                        + field.path("name").asText() + ", given by another engine; drop it to write here");
            }
        }
    }

    /**
     * Refuses a file that does not give exactly the partition columns: other readers take these from the log alone, so
     * that what such a column holds in the file would be lost to them.
     */
    void requirePartitioned(String table, DataFile file) throws UnsupportedTableException {
        if (!file.partition().keySet().equals(Set.copyOf(partitionColumns()))) {
            throw new UnsupportedTableException("table " + table + " is partitioned by " + partitionColumns()
                    + ", but a file for it by " + file.partition().keySet());
        }
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }
}
