package dev.owlet.runtime.delta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import io.delta.standalone.Operation;
import io.delta.standalone.OptimisticTransaction;
import io.delta.standalone.VersionLog;
import io.delta.standalone.actions.Action;
import io.delta.standalone.actions.AddFile;
import io.delta.standalone.actions.CommitInfo;
import io.delta.standalone.actions.Format;
import io.delta.standalone.actions.Metadata;
import io.delta.standalone.actions.RemoveFile;
import io.delta.standalone.actions.SetTransaction;
import io.delta.standalone.exceptions.DeltaConcurrentModificationException;
import io.delta.standalone.exceptions.DeltaStandaloneException;
import io.delta.standalone.internal.SnapshotImpl;
import io.delta.standalone.types.DataType;
import io.delta.standalone.types.StructType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * Delta's former library for the JVM as a witness: what it tells of a table must be what Owlet's log tells. It knows no
 * user, no metadata and no metrics of a commit, and a closed set of operations, so those are not witnessed when it
 * writes.
 */
final class StandaloneLog implements DeltaLog {
    private final Path table;
    private final io.delta.standalone.DeltaLog log;

    StandaloneLog(Path table) {
        this.table = table;
        Configuration configuration = new Configuration();
        configuration.set("delta.logStore.class", LinkLogStore.class.getName());
        log = io.delta.standalone.DeltaLog.forTable(configuration, table.toString());
    }

    @Override
    public Snapshot latest() throws IOException {
        return snapshot(log.update());
    }

    @Override
    public Optional<Snapshot> at(long version) throws IOException {
        if (version < 0 || version > log.update().getVersion()) {
            return Optional.empty();
        }
        try {
            return Optional.of(snapshot(log.getSnapshotForVersionAsOf(version)));
        } catch (DeltaStandaloneException e) {
            return Optional.empty(); // clean-up removed it
        }
    }

    @Override
    public Optional<Snapshot> asOf(Instant time) throws IOException {
        if (log.update().getVersion() < 0) {
            return Optional.empty();
        }
        try {
            return at(log.getVersionBeforeOrAtTimestamp(time.toEpochMilli()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the table is younger
        }
    }

    private static Snapshot snapshot(io.delta.standalone.Snapshot standalone) throws UnsupportedTableException {
        if (standalone.getVersion() < 0) {
            return Snapshot.none();
        }
        Map<String, DataFile> files = new LinkedHashMap<>();
        for (AddFile add : standalone.getAllFiles()) {
            DataFile file = file(add);
            files.put(file.decodedPath(), file);
        }
        Map<String, Long> transactions = new HashMap<>();
        ((SnapshotImpl) standalone)
                .setTransactions()
                .foreach(app -> transactions.put(app.getAppId(), app.getVersion()));
        return new Snapshot(
                standalone.getVersion(),
                TableDefinition.none().withMetadata(metadata(standalone.getMetadata())),
                files,
                transactions);
    }

    private static ObjectNode metadata(Metadata metadata) {
        ObjectNode node = Json.MAPPER.createObjectNode().put("id", metadata.getId());
        node.put("schemaString", metadata.getSchema().toJson());
        metadata.getPartitionColumns().forEach(node.putArray("partitionColumns")::add);
        metadata.getConfiguration().forEach(node.putObject("configuration")::put);
        return node;
    }

    private static DataFile file(AddFile add) {
        return new DataFile(
                add.getPath(),
                add.getPartitionValues(),
                add.getSize(),
                add.getModificationTime(),
                Optional.ofNullable(add.getStats()));
    }

    @Override
    public Snapshot commit(Snapshot base, Commit commit) throws IOException {
        OptimisticTransaction transaction = log.startTransaction();
        String taken = "another writer made version " + (base.version() + 1);
        if (transaction.readVersion() != base.version()) {
            throw new CommitConflictException(taken, new IOException("it is at " + transaction.readVersion()));
        }
        for (DataFile file : commit.add()) {
            TableDefinition definition = base.exists() || commit.schema().isEmpty()
                    ? base.definition()
                    : TableDefinition.create("", commit.schema().get(), commit.partitionColumns(), 0);
            definition.requirePartitioned("witness", file);
        }
        transaction.readWholeTable();
        commit.schema().ifPresent(schema -> transaction.updateMetadata(changed(transaction, commit, schema)));
        try {
            transaction.commit(
                    actions(base, commit), new Operation(Operation.Name.valueOf(commit.operation())), "witness");
        } catch (DeltaConcurrentModificationException e) {
            throw new CommitConflictException(taken, new IOException(e));
        }
        return at(base.version() + 1).orElseThrow();
    }

    private static Metadata changed(OptimisticTransaction transaction, Commit commit, DeltaSchema schema) {
        StructType type = (StructType) DataType.fromJson(schema.json());
        if (transaction.readVersion() >= 0) {
            return transaction.metadata().copyBuilder().schema(type).build();
        }
        return Metadata.builder()
                .id(UUID.randomUUID().toString())
                .format(new Format())
                .createdTime(System.currentTimeMillis())
                .partitionColumns(commit.partitionColumns())
                .schema(type)
                .build();
    }

    private List<Action> actions(Snapshot base, Commit commit) {
        List<Action> actions = new ArrayList<>();
        for (String app : commit.apps()) {
            actions.add(new SetTransaction(app, base.version() + 1, Optional.of(System.currentTimeMillis())));
        }
        for (DataFile file : commit.add()) {
            actions.add(
                    AddFile.builder(file.path(), file.partition(), file.size(), file.modified(), commit.dataChange())
                            .stats(file.statsJson().map(StandaloneLog::quoted).orElse(null))
                            .build());
        }
        Set<String> removed = commit.remove().stream().map(DataFile::path).collect(Collectors.toSet());
        for (AddFile file :
                removed.isEmpty() ? List.<AddFile>of() : log.snapshot().getAllFiles()) {
            if (removed.contains(file.getPath())) {
                actions.add(file.remove(commit.dataChange()));
            }
        }
        return actions;
    }

    /** It writes statistics as they are given, though they are a text of JSON within JSON. */
    private static String quoted(String stats) {
        return Json.MAPPER.getNodeFactory().textNode(stats).toString();
    }

    @Override
    public List<LoggedCommit> history(int limit) throws IOException {
        long last = log.update().getVersion();
        List<LoggedCommit> history = new ArrayList<>();
        if (last >= 0) {
            Iterator<VersionLog> changes = log.getChanges(Math.max(0, last - limit + 1), true);
            while (changes.hasNext()) {
                history.add(logged(changes.next()));
            }
        }
        Collections.reverse(history);
        return history;
    }

    @Override
    public Optional<LoggedCommit> logged(long version) throws IOException {
        return version < 0 || version > log.update().getVersion()
                ? Optional.empty()
                : Optional.of(logged(log.getChanges(version, true).next()));
    }

    private LoggedCommit logged(VersionLog commit) throws IOException {
        CommitInfo info = only(commit, CommitInfo.class).get(0);
        Map<String, Long> metrics = new LinkedHashMap<>();
        info.getOperationMetrics()
                .ifPresent(all -> all.forEach((name, value) -> metrics.put(name, Long.valueOf(value))));
        return new LoggedCommit(
                commit.getVersion(),
                written(commit.getVersion()),
                info.getUserName().orElse(""),
                info.getOperation(),
                metrics,
                info.getUserMetadata(),
                only(commit, AddFile.class).stream().map(StandaloneLog::file).toList(),
                only(commit, RemoveFile.class).stream()
                        .map(file -> new DataFile(
                                file.getPath(),
                                file.getPartitionValues(),
                                file.getSize().orElse(0L),
                                0,
                                Optional.empty()))
                        .toList());
    }

    private static <A extends Action> List<A> only(VersionLog commit, Class<A> type) {
        return commit.getActions().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** It tells no time of a commit but the writer's; that by which it travels is the file's. */
    private Instant written(long version) throws IOException {
        return Files.getLastModifiedTime(table.resolve("_delta_log/%020d.json".formatted(version)))
                .toInstant();
    }
}
