package dev.owlet.runtime.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.owlet.runtime.row.Json;
import dev.owlet.runtime.store.ObjectStore;
import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.internal.replay.CreateCheckpointIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.OptionalLong;

/**
 * Writes checkpoints, by delta-kernel: which actions and tombstones belong in one, and in which form, is the intricate
 * part of the protocol. The only class that knows the kernel, beside {@link KernelFileIO}.
 */
final class KernelCheckpoints {
    private static final String HINT = "_last_checkpoint";

    private final ObjectStore store;
    private final String table;
    private final String log;

    KernelCheckpoints(ObjectStore store, String table) {
        this.store = store;
        this.table = table;
        log = table + "/_delta_log/";
    }

    /** The version of the last checkpoint, if the log keeps that hint (protocol, section "Last Checkpoint File"). */
    OptionalLong hint() throws IOException {
        try {
            return hint(store.get(log + HINT));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty(); // only a hint: without it the whole log is listed
        }
    }

    private static OptionalLong hint(byte[] text) throws IOException {
        try {
            long version = Json.MAPPER.readTree(text).path("version").asLong(-1);
            return version >= 0 ? OptionalLong.of(version) : OptionalLong.empty();
        } catch (JsonProcessingException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Writes a checkpoint of a version, and the hint to it; nothing when there is one. The kernel's own way to do that
     * ends with a clean-up of the log by the clock of this machine.
     */
    void write(long version) throws IOException {
        String key = log + LogFiles.number(version) + ".checkpoint.parquet";
        KernelFileIO objects = new KernelFileIO(store);
        Engine engine = DefaultEngine.create(objects);
        long files;
        try (CreateCheckpointIterator actions = snapshot(version, engine).getCreateCheckpointIterator(engine)) {
            engine.getParquetHandler().writeParquetFileAtomically(KernelFileIO.path(key), actions);
            files = actions.getNumberOfAddActions();
        }
        try {
            objects.keep();
        } catch (FileAlreadyExistsException e) {
            return; // another writer was first, with the same content
        }
        if (hint().orElse(-1) < version) { // a writer that was overtaken sends no reader back
            ObjectNode hint =
                    Json.MAPPER.createObjectNode().put("version", version).put("size", files);
            store.put(log + HINT, hint.toString().getBytes(StandardCharsets.UTF_8), false);
        }
    }

    private io.delta.kernel.Snapshot snapshot(long version, Engine engine) throws IOException {
        try {
            return TableManager.loadSnapshot(KernelFileIO.path(table))
                    .atVersion(version)
                    .build(engine);
        } catch (KernelException e) {
            throw new IOException("version " + version + " of " + table + " cannot be read: " + e.getMessage(), e);
        }
    }
}
