package dev.owlet.runtime.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Gathers an object in memory, for stores that only put whole ones. */
final class MemoryOutput extends ObjectOutput {
    private final ObjectStore store;
    private final String key;
    private final boolean ifAbsent;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    MemoryOutput(ObjectStore store, String key, boolean ifAbsent) {
        this.store = store;
        this.key = key;
        this.ifAbsent = ifAbsent;
    }

    @Override
    public void write(byte[] more, int from, int length) {
        bytes.write(more, from, length);
    }

    @Override
    public void commit() throws IOException {
        store.put(key, bytes.toByteArray(), ifAbsent);
    }

    @Override
    public void close() {
        bytes.reset();
    }
}
