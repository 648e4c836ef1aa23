package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.ObjectStore;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A table as delta-kernel reads it: checkpoints and commits by its own code. */
final class KernelWitness {
    private final Engine engine;
    private final String table;

    KernelWitness(ObjectStore store, String table) {
        engine = DefaultEngine.create(new KernelFileIO(store));
        this.table = table;
    }

    io.delta.kernel.Snapshot snapshot() {
        return TableManager.loadSnapshot(KernelFileIO.path(table)).build(engine);
    }

    long transaction(io.delta.kernel.Snapshot snapshot, String app) {
        return snapshot.getLatestTransactionVersion(engine, app).orElse(-1L);
    }

    /** What is told of each file, by its path. */
    Map<String, String> files(io.delta.kernel.Snapshot snapshot) throws IOException {
        Map<String, String> files = new HashMap<>();
        ScanImpl scan = (ScanImpl) snapshot.getScanBuilder().build();
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine, true)) {
            while (batches.hasNext()) {
                addFiles(batches.next(), files);
            }
        }
        return files;
    }

    private static void addFiles(FilteredColumnarBatch batch, Map<String, String> files) throws IOException {
        try (CloseableIterator<Row> rows = batch.getRows()) {
            while (rows.hasNext()) {
                AddFile add = new AddFile(rows.next().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
                String told = VectorUtils.toJavaMap(add.getPartitionValues()) + " " + add.getSize() + " "
                        + add.getModificationTime() + " " + add.getStatsJson().orElse("");
                files.put(add.getPath(), told);
            }
        }
    }
}
