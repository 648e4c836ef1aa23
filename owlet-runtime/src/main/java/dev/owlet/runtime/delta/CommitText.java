package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The bytes of a commit: one JSON object a line, {@code commitInfo} first (protocol, section "Actions"). */
final class CommitText {
    private static final String ENGINE = "Owlet";

    private final StringBuilder text = new StringBuilder();

    private CommitText() {}

    /**
     * @param transaction a random id
     * @param now milliseconds since 1970
     */
    static byte[] of(Snapshot base, Commit commit, String transaction, long now) {
        CommitText lines = new CommitText();
        lines.add("commitInfo", node -> commitInfo(node, base, commit, transaction, now));
        commit.schema().ifPresent(schema -> lines.define(base, schema, commit.partitionColumns(), now));
        commit.apps()
                .forEach(app -> lines.add(
                        "txn",
                        node -> node.put("appId", app)
                                .put("version", base.version() + 1)
                                .put("lastUpdated", now)));
        commit.remove().forEach(file -> lines.add("remove", node -> remove(node, file, commit, now)));
        commit.add().forEach(file -> lines.add("add", node -> add(node, file, commit)));
        return lines.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void define(Snapshot base, DeltaSchema schema, List<String> partitionColumns, long now) {
        if (base.exists()) {
            add(
                    "metaData",
                    node -> node.setAll(base.definition().withSchema(schema).metadata()));
            return;
        }
        TableDefinition created = TableDefinition.create(UUID.randomUUID().toString(), schema, partitionColumns, now);
        add("protocol", node -> node.setAll(created.protocol()));
        add("metaData", node -> node.setAll(created.metadata()));
    }

    private void add(String action, Consumer<ObjectNode> fill) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        fill.accept(line.putObject(action));
        text.append(line).append('\n');
    }

    private static void commitInfo(ObjectNode node, Snapshot base, Commit commit, String transaction, long now) {
        node.put("timestamp", now)
                .put("userName", commit.user())
                .put("operation", commit.operation())
                .putObject("operationParameters");
        if (base.exists()) {
            node.put("readVersion", base.version());
        }
        node.put("isolationLevel", "Serializable").put("isBlindAppend", false);
        ObjectNode metrics = node.putObject("operationMetrics");
        for (Map.Entry<String, Long> metric : commit.metrics().entrySet()) {
            metrics.put(metric.getKey(), metric.getValue().toString());
        }
        commit.userMetadata().ifPresent(kept -> node.put("userMetadata", kept));
        node.put("engineInfo", ENGINE).put("txnId", transaction);
    }

    private static void add(ObjectNode node, DataFile file, Commit commit) {
        node.put("path", file.path());
        file.partition().forEach(node.putObject("partitionValues")::put);
        node.put("size", file.size()).put("modificationTime", file.modified()).put("dataChange", commit.dataChange());
        file.statsJson().ifPresent(stats -> node.put("stats", stats));
    }

    private static void remove(ObjectNode node, DataFile file, Commit commit, long now) {
        node.put("path", file.path())
                .put("deletionTimestamp", now)
                .put("dataChange", commit.dataChange())
                .put("extendedFileMetadata", true);
        file.partition().forEach(node.putObject("partitionValues")::put);
        node.put("size", file.size());
    }
}
