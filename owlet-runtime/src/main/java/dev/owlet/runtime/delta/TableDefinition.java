package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the actions {@code protocol} and {@code metaData} say (protocol, sections of these names).
 *
 * @param features names of table features, when the protocol has such
 * @param id the table's own id, kept when its schema changes
 */
record TableDefinition(
        int minReaderVersion,
        int minWriterVersion,
        List<String> features,
        String id,
        Optional<DeltaSchema> schema,
        List<String> partitionColumns,
        Map<String, String> configuration,
        long createdTime) {
    static final int READER_VERSION = 1;
    static final int WRITER_VERSION = 2;

    static TableDefinition none() {
        return new TableDefinition(
                READER_VERSION, WRITER_VERSION, List.of(), "", Optional.empty(), List.of(), Map.of(), 0);
    }

    /** A new table. Transactions are kept a month: idempotency keys are not repeated later than that. */
    static TableDefinition create(String id, DeltaSchema schema, List<String> partitionColumns, long createdTime) {
        Set<String> columns = new HashSet<>();
        schema.fields().forEach(field -> columns.add(field.path("name").asText()));
        if (!columns.containsAll(partitionColumns) || columns.size() == partitionColumns.size()) {
            throw new IllegalArgumentException(
                    "partition columns must be some of " + columns + ", not all: " + partitionColumns);
        }
        return new TableDefinition(
                READER_VERSION,
                WRITER_VERSION,
                List.of(),
                id,
                Optional.of(schema),
                partitionColumns,
                Map.of("delta.setTransactionRetentionDuration", "interval 30 days"),
                createdTime);
    }

    TableDefinition withSchema(DeltaSchema wider) {
        return new TableDefinition(
                minReaderVersion,
                minWriterVersion,
                features,
                id,
                Optional.of(wider),
                partitionColumns,
                configuration,
                createdTime);
    }

    TableDefinition withProtocol(JsonNode protocol) {
        return new TableDefinition(
                protocol.path("minReaderVersion").asInt(),
                protocol.path("minWriterVersion").asInt(),
                strings(protocol.path("writerFeatures")),
                id,
                schema,
                partitionColumns,
                configuration,
                createdTime);
    }

    TableDefinition withMetadata(JsonNode metadata) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> setting :
                metadata.path("configuration").properties()) {
            settings.put(setting.getKey(), setting.getValue().asText());
        }
        return new TableDefinition(
                minReaderVersion,
                minWriterVersion,
                features,
                metadata.path("id").asText(),
                Optional.of(DeltaSchema.parse(metadata.path("schemaString").asText())),
                strings(metadata.path("partitionColumns")),
                settings,
                metadata.path("createdTime").asLong());
    }

    void requireReadable(String table) throws UnsupportedTableException {
        if (minReaderVersion > READER_VERSION) {
            throw new UnsupportedTableException("table " + table + " needs Delta reader version " + minReaderVersion
                    + featureText() + "; this reader has version " + READER_VERSION);
        }
    }

    /**
     * Refuses what writer version 2 may meet and this writer does not enforce: append-only tables when rows go, column
     * invariants, and columns that must not be null.
     */
    void requireWritable(String table, boolean removes) throws UnsupportedTableException {
        if (minWriterVersion > WRITER_VERSION) {
            throw new UnsupportedTableException("table " + table + " needs Delta writer version " + minWriterVersion
                    + featureText() + "; this writer has version " + WRITER_VERSION);
        }
        if (removes && "true".equalsIgnoreCase(configuration.get("delta.appendOnly"))) {
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

    /**
     * Refuses a file that does not give exactly the partition columns: other readers take these from the log alone, so
     * that what such a column holds in the file would be lost to them.
     */
    void requirePartitioned(String table, DataFile file) throws UnsupportedTableException {
        if (!file.partition().keySet().equals(Set.copyOf(partitionColumns))) {
            throw new UnsupportedTableException("table " + table + " is partitioned by " + partitionColumns
                    + ", but a file for it by " + file.partition().keySet());
        }
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

    private String featureText() {
        return features.isEmpty() ? "" : " " + features;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }
}
