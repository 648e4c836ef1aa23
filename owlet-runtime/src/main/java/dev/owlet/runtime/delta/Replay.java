package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies commits to a snapshot, in order (protocol, section "Action Reconciliation"). Not thread-safe. */
final class Replay {
    private final String table;
    private final Map<String, DataFile> files;
    private final Map<String, Long> transactions;
    private TableDefinition definition;
    private long version;

    Replay(String table, Snapshot base) {
        this.table = table;
        version = base.version();
        definition = base.definition();
        files = new LinkedHashMap<>(base.filesByPath());
        transactions = new HashMap<>(base.transactions());
    }

    long next() {
        return version + 1;
    }

    /** @param commit the bytes of the file of version {@link #next} */
    void apply(byte[] commit) throws IOException {
        CommitLines.each(table, version + 1, commit, this::apply);
        version++;
    }

    /** The actions of a checkpoint, which stand for all commits to its version. */
    void applyCheckpoint(long of, Iterable<JsonNode> actions) throws IOException {
        for (JsonNode action : actions) {
            apply(action);
        }
        version = of;
    }

    private void apply(JsonNode action) throws UnsupportedTableException {
        if (action.has("add")) {
            DataFile file = file(action.get("add"));
            files.put(file.decodedPath(), file);
        } else if (action.has("remove")) {
            files.remove(LogPath.key(action.get("remove").path("path").asText()));
        } else if (action.has("txn")) {
            JsonNode txn = action.get("txn");
            transactions.put(txn.path("appId").asText(), txn.path("version").asLong());
        } else if (action.has("protocol")) {
            definition = definition.withProtocol(action.get("protocol"));
            definition.requireReadable(table); // what follows may have a meaning that this reader does not know
        } else if (action.has("metaData")) {
            definition = definition.withMetadata(action.get("metaData"));
        }
        // other actions (commitInfo, cdc, domainMetadata) do not change what a reader of version 1 sees
    }

    Snapshot snapshot() {
        return new Snapshot(version, definition, files, transactions);
    }

    static DataFile file(JsonNode add) {
        Map<String, @Nullable String> partition = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> value : add.path("partitionValues").properties()) {
            partition.put(
                    value.getKey(),
                    value.getValue().isNull() ? null : value.getValue().asText());
        }
        JsonNode stats = add.path("stats");
        return new DataFile(
                add.path("path").asText(),
                partition,
                add.path("size").asLong(),
                add.path("modificationTime").asLong(),
                stats.isTextual() ? Optional.of(stats.asText()) : Optional.empty());
    }
}
