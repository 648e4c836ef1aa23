package dev.owlet.runtime.upload;

import dev.owlet.runtime.store.ObjectOutput;
import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Refused rows in one object of the store. What follows after it was kept makes it anew, from what is there. */
final class StoredRejects extends OutputStream implements RejectsFile.Kept {
    private static final int CHUNK = 1 << 20;

    private final ObjectStore store;
    private final String key;
    private @Nullable ObjectOutput out;
    private long keptBytes;
    private long written;

    StoredRejects(ObjectStore store, String key) {
        this.store = store;
        this.key = key;
    }

    @Override
    public OutputStream stream() {
        return this;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        ObjectOutput to = out;
        if (to == null) {
            to = store.output(key, false);
            out = to;
            for (long at = 0; at < keptBytes; at += CHUNK) {
                to.write(store.get(key, at, (int) Math.min(CHUNK, keptBytes - at)));
            }
        }
        to.write(bytes, from, length);
        written += length;
    }

    @Override
    public void keep() throws IOException {
        ObjectOutput done = out;
        if (done != null) {
            done.commit();
            out = null;
            done.close();
            keptBytes = written;
        }
    }

    @Override
    public void close() throws IOException {
        ObjectOutput left = out;
        out = null;
        if (left != null) {
            left.close();
        }
    }
}
