package dev.owlet.runtime.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.store.ObjectStore;
import io.delta.kernel.Scan;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.Metadata;
import io.delta.kernel.internal.actions.Protocol;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints, by delta-kernel. The only class that knows the kernel, some of it internal: the statistics and partition
 * values of a scan's files, as well as the protocol, are not in its public interface (4.4).
 */
final class KernelCheckpoints {
    private final ObjectStore store;
    private final String table;
    private @Nullable Engine engine;

    KernelCheckpoints(ObjectStore store, String table) {
        this.store = store;
        this.table = table;
    }

    /** The version of the last checkpoint, if the log keeps that hint (protocol, section "Last Checkpoint File"). */
    OptionalLong hint() throws IOException {
        try {
            JsonNode hint = Json.MAPPER.readTree(store.get(table + "/_delta_log/_last_checkpoint"));
            long version = hint.path("version").asLong(-1);
            return version >= 0 ? OptionalLong.of(version) : OptionalLong.empty();
        } catch (NoSuchFileException | JsonProcessingException e) {
            return OptionalLong.empty(); // only a hint: without it the whole log is listed
        }
    }

    /** Writes a checkpoint of a version; nothing when there is one. */
    void write(long version) throws IOException {
        try {
            snapshot(version).writeCheckpoint(engine());
        } catch (CheckpointAlreadyExistsException e) {
            return; // another writer was first, with the same content
        }
    }

    /** The table as of the version of a checkpoint. */
    Snapshot load(long version) throws IOException {
        io.delta.kernel.Snapshot snapshot = snapshot(version);
        return new Snapshot(
                version, definition(snapshot), files(snapshot), new HashMap<>(), app -> transaction(snapshot, app));
    }

    private io.delta.kernel.Snapshot snapshot(long version) throws IOException {
        try {
            return TableManager.loadSnapshot(KernelFileIO.path(table))
                    .atVersion(version)
                    .build(engine());
        } catch (KernelException e) {
            throw new IOException("version " + version + " of " + table + " cannot be read: " + e.getMessage(), e);
        }
    }

    private synchronized Engine engine() {
        Engine made = engine;
        if (made == null) {
            made = DefaultEngine.create(new KernelFileIO(store));
            engine = made;
        }
        return made;
    }

    private static TableDefinition definition(io.delta.kernel.Snapshot snapshot) {
        Protocol protocol = snapshot.getProtocol();
        Metadata metadata = snapshot.getMetadata();
        return new TableDefinition(
                protocol.getMinReaderVersion(),
                protocol.getMinWriterVersion(),
                List.copyOf(protocol.getWriterFeatures()),
                metadata.getId(),
                Optional.of(DeltaSchema.parse(metadata.getSchemaString())),
                snapshot.getPartitionColumnNames(),
                metadata.getConfiguration(),
                metadata.getCreatedTime().orElse(0L));
    }

    private Map<String, DataFile> files(io.delta.kernel.Snapshot snapshot) throws IOException {
        Scan scan = snapshot.getScanBuilder().build();
        List<DataFile> found = new ArrayList<>();
        try (CloseableIterator<FilteredColumnarBatch> batches = ((ScanImpl) scan).getScanFiles(engine(), true)) {
            while (batches.hasNext()) {
                addFiles(batches.next(), found);
            }
        }
        Map<String, DataFile> files = new LinkedHashMap<>();
        for (DataFile file : found) {
            files.put(file.decodedPath(), file);
        }
        return files;
    }

    private static void addFiles(FilteredColumnarBatch batch, List<DataFile> files) throws IOException {
        try (CloseableIterator<Row> rows = batch.getRows()) {
            while (rows.hasNext()) {
                AddFile add = new AddFile(rows.next().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
                files.add(new DataFile(
                        add.getPath(),
                        VectorUtils.toJavaMap(add.getPartitionValues()),
                        add.getSize(),
                        add.getModificationTime(),
                        add.getStatsJson()));
            }
        }
    }

    private OptionalLong transaction(io.delta.kernel.Snapshot snapshot, String app) {
        return snapshot.getLatestTransactionVersion(engine(), app)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
