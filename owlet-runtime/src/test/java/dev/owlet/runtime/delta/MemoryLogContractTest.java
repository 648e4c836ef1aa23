package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.time.Instant;

class MemoryLogContractTest extends DeltaLogContract {
    @Override
    ObjectStore store() {
        return new MemoryStore();
    }

    @Override
    DeltaLog open(ObjectStore store, String folder) {
        return DeltaLog.of(store, folder);
    }

    @Override
    void date(ObjectStore store, String key, Instant written) throws IOException {
        ((MemoryStore) store).date(key, written);
    }
}
