package dev.owlet.runtime.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an object of S3: by one request when it is small, else by parts of 8 MiB, one of which is held in memory. */
final class S3Output extends ObjectOutput {
    private static final int PART = 8 << 20;
    private static final int FIRST = 64 << 10;

    private final S3Store store;
    private final S3Direct direct;
    private final String key;
    private final boolean ifAbsent;
    private final List<StoredPart> parts = new ArrayList<>();
    private byte[] buffer = new byte[FIRST];
    private int filled;
    private @Nullable String begun;

    S3Output(S3Store store, S3Direct direct, String key, boolean ifAbsent) {
        this.store = store;
        this.direct = direct;
        this.key = Keys.require(key);
        this.ifAbsent = ifAbsent;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == PART) {
                putPart();
            }
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(PART, 4 * buffer.length));
            }
            int count = Math.min(length - done, buffer.length - filled);
            System.arraycopy(bytes, from + done, buffer, filled, count);
            filled += count;
            done += count;
        }
    }

    private void putPart() throws IOException {
        String upload = begun;
        if (upload == null) {
            upload = direct.begin(key, "application/octet-stream");
            begun = upload;
        }
        parts.add(direct.put(key, upload, parts.size() + 1, buffer, filled));
        filled = 0;
    }

    @Override
    public void commit() throws IOException {
        if (begun == null) {
            store.put(key, Arrays.copyOf(buffer, filled), ifAbsent);
            return;
        }
        if (filled > 0) {
            putPart();
        }
        direct.complete(key, begun, parts, ifAbsent);
        begun = null;
    }

    @Override
    public void close() {
        String upload = begun;
        begun = null;
        if (upload != null) {
            try {
                direct.abort(key, upload);
            } catch (IOException e) {
                // who may write may not give up: parts go by the rule of the bucket, after a day
            }
        }
    }
}
