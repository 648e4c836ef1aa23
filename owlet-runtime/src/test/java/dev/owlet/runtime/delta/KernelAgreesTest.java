package dev.owlet.runtime.delta;

import static dev.owlet.runtime.delta.LogSamples.SCHEMA;
import static dev.owlet.runtime.delta.LogSamples.WIDER;
import static dev.owlet.runtime.delta.LogSamples.adding;
import static dev.owlet.runtime.delta.LogSamples.by;
import static dev.owlet.runtime.delta.LogSamples.commit;
import static dev.owlet.runtime.delta.LogSamples.file;
import static dev.owlet.runtime.delta.LogSamples.with;
import static dev.owlet.runtime.delta.LogSamples.withText;
import static org.assertj.core.api.Assertions.assertThat;

import io.delta.kernel.internal.checksum.CRCInfo;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written and read here, delta-kernel takes for the same table. */
class KernelAgreesTest {
    private final MemoryStore store = new MemoryStore();
    private final DeltaLog log = DeltaLog.of(store, "t");
    private final KernelWitness witness = new KernelWitness(store, "t");

    private static Map<String, String> files(Snapshot snapshot) {
        Map<String, String> files = new HashMap<>();
        for (DataFile file : snapshot.files()) {
            files.put(
                    file.path(),
                    file.partition() + " " + file.size() + " " + file.modified() + " "
                            + file.statsJson().orElse(""));
        }
        return files;
    }

    private void makeTable(int last) throws IOException {
        log.commit(log.latest(), with(adding(), withText(SCHEMA, "kind"), "kind"));
        for (int i = 1; i <= last; i++) {
            DataFile file = file("kind=%2520" + i, Map.of("kind", i % 3 == 0 ? "" : "é " + i));
            Commit change = i % 4 == 0
                    ? commit(
                            List.of(file),
                            List.of(log.latest().files().iterator().next()))
                    : adding(file);
            log.commit(log.latest(), by(i == 7 ? with(change, withText(WIDER, "kind")) : change, "app " + i % 5));
        }
    }

    @Test
    void onFilesPartitionsTransactionsAndSchema() throws Exception {
        makeTable(37);

        io.delta.kernel.Snapshot kernel = witness.snapshot();
        for (Snapshot snapshot : List.of(log.latest(), DeltaLog.of(store, "t").latest())) {
            assertThat(kernel.getVersion()).isEqualTo(37).isEqualTo(snapshot.version());
            assertThat(files(snapshot)).hasSize(37 - 9).isEqualTo(witness.files(kernel));
            assertThat(snapshot.partitionColumns()).isEqualTo(kernel.getPartitionColumnNames());
            assertThat(snapshot.definition().configuration()).isEqualTo(kernel.getTableProperties());
            assertThat(snapshot.schema().orElseThrow().json())
                    .isEqualTo(kernel.getMetadata().getSchemaString());
            for (int app = 0; app < 6; app++) {
                assertThat(snapshot.transaction("app " + app).orElse(-1))
                        .isEqualTo(witness.transaction(kernel, "app " + app));
            }
        }
    }

    @Test
    void onTheChecksumOfAVersion() throws Exception {
        makeTable(12);

        CRCInfo checksum = witness.snapshot().getCurrentCrcInfo().orElseThrow();

        assertThat(checksum.getVersion()).isEqualTo(12);
        assertThat(checksum.getNumFiles()).isEqualTo(log.latest().files().size());
        assertThat(checksum.getTableSizeBytes())
                .isEqualTo(
                        log.latest().files().stream().mapToLong(DataFile::size).sum());
        assertThat(checksum.getMetadata().getSchemaString())
                .isEqualTo(log.latest().schema().orElseThrow().json());
        assertThat(checksum.getMetadata().getPartitionColNames()).containsExactly("kind");
        assertThat(checksum.getProtocol().getMinWriterVersion()).isEqualTo(2);
        assertThat(checksum.getTxnId()).isPresent();
    }

    @Test
    void onCheckpointsWithoutTheCommitsBefore() throws Exception {
        makeTable(37);
        for (int version = 0; version < 30; version++) {
            store.delete("t/_delta_log/%020d.json".formatted(version));
        }

        assertThat(files(DeltaLog.of(store, "t").latest())).isEqualTo(witness.files(witness.snapshot()));
    }
}
