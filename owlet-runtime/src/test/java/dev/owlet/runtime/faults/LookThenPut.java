package dev.owlet.runtime.faults;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** The control: creation as programs without conditional writes do it. What it breaks, the checker must find. */
final class LookThenPut extends WatchedStore {
    LookThenPut(ObjectStore store) {
        super(store);
    }

    @Override
    public void put(String key, byte[] bytes, boolean ifAbsent) throws IOException {
        if (ifAbsent && isThere(key)) {
            throw new FileAlreadyExistsException(key);
        }
        super.put(key, bytes, false);
    }

    private boolean isThere(String key) throws IOException {
        try {
            head(key);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
