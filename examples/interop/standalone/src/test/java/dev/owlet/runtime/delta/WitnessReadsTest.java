package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

/** Owlet writes; what another process sees, delta-standalone tells. */
class WitnessReadsTest extends DeltaLogContract {
    @TempDir
    Path root;

    @Override
    ObjectStore store() {
        return ObjectStore.open(root.toString());
    }

    @Override
    DeltaLog open(ObjectStore store, String folder) {
        return DeltaLog.of(store, folder);
    }

    @Override
    DeltaLog other(ObjectStore store, String folder) {
        return new StandaloneLog(root.resolve(folder));
    }

    @Override
    void date(ObjectStore store, String key, Instant written) throws IOException {
        Files.setLastModifiedTime(root.resolve(key), FileTime.from(written));
    }

    @Override
    int many() {
        return 160;
    }
}
