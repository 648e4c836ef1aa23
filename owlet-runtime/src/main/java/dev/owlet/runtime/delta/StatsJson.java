package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Delta's statistics of a file (protocol, section "Per-file Statistics") from the Parquet footer: rows, and of every
 * scalar column, nested ones too, the least and greatest value and the number of nulls. Lists have none.
 */
final class StatsJson {
    private final ObjectNode root = Json.MAPPER.createObjectNode();
    private final ObjectNode min;
    private final ObjectNode max;
    private final ObjectNode nulls;

    private StatsJson(long rows) {
        root.put("numRecords", rows);
        min = root.putObject("minValues");
        max = root.putObject("maxValues");
        nulls = root.putObject("nullCount");
    }

    static String of(ParquetMetadata footer) {
        StatsJson stats = new StatsJson(footer.getBlocks().stream()
                .mapToLong(BlockMetaData::getRowCount)
                .sum());
        Map<ColumnPath, Statistics<?>> merged = merged(footer);
        MessageType schema = footer.getFileMetaData().getSchema();
        for (ColumnDescriptor column : schema.getColumns()) {
            Statistics<?> statistics = merged.get(ColumnPath.get(column.getPath()));
            if (statistics != null && column.getMaxRepetitionLevel() == 0) {
                stats.add(List.of(column.getPath()), column, statistics);
            }
        }
        return stats.root.toString();
    }

    /** One statistic a column over all row groups; none where a row group has none. */
    private static Map<ColumnPath, Statistics<?>> merged(ParquetMetadata footer) {
        Map<ColumnPath, Statistics<?>> merged = new LinkedHashMap<>();
        for (BlockMetaData group : footer.getBlocks()) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                Statistics<?> statistics = chunk.getStatistics();
                if (merged.putIfAbsent(chunk.getPath(), statistics.copy()) != null) {
                    merged.get(chunk.getPath()).mergeStatistics(statistics);
                }
            }
        }
        return merged;
    }

    private void add(List<String> path, ColumnDescriptor column, Statistics<?> statistics) {
        if (statistics.isNumNullsSet()) {
            set(nulls, path, JsonNodeFactory.instance.numberNode(statistics.getNumNulls()));
        }
        if (statistics.hasNonNullValue()) {
            Type type = column.getPrimitiveType();
            StatsValue.least(type.asPrimitiveType(), statistics.genericGetMin()).ifPresent(v -> set(min, path, v));
            StatsValue.greatest(type.asPrimitiveType(), statistics.genericGetMax())
                    .ifPresent(v -> set(max, path, v));
        }
    }

    private static void set(ObjectNode object, List<String> path, JsonNode value) {
        ObjectNode parent = object;
        Iterator<String> parts = path.subList(0, path.size() - 1).iterator();
        while (parts.hasNext()) {
            parent = parent.withObjectProperty(parts.next());
        }
        parent.set(path.get(path.size() - 1), value);
    }

    static Optional<JsonNode> text(String value) {
        return Optional.of(JsonNodeFactory.instance.textNode(value));
    }
}
