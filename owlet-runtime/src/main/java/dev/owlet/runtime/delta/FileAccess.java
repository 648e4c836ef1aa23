package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.ObjectStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.parquet.ParquetRuntimeException;
import org.jspecify.annotations.Nullable;

/** The data files of one table on storage: opened by as few requests as can be, and put under names of their own. */
final class FileAccess {
    /** To read all of it, a file of at most so many bytes is fetched by one request. */
    private static final long WHOLE = 16 * 1024 * 1024;

    /** To read some of it, a file of at most so many bytes: not much more than a footer with its indexes. */
    private static final long SMALL = 256 * 1024;

    /** Footers of large files never change, and are small. */
    private static final long FOOTERS = Math.max(4L << 20, Runtime.getRuntime().maxMemory() / 64);

    private final ObjectStore store;
    private final String folder;
    private final BoundedCache<String, Footer> footers = new BoundedCache<>(FOOTERS);

    /** @param folder key of the table's folder, without a slash at the end */
    FileAccess(ObjectStore store, String folder) {
        this.store = store;
        this.folder = folder;
    }

    interface Reading<R> {
        R of(OpenFile open) throws IOException;
    }

    /** @throws IOException naming the file, for whatever goes wrong */
    <R> R readingAll(DataFile file, Reading<R> body) throws IOException {
        return reading(file, WHOLE, body);
    }

    /** @throws IOException naming the file, for whatever goes wrong */
    <R> R readingSome(DataFile file, Reading<R> body) throws IOException {
        return reading(file, SMALL, body);
    }

    private <R> R reading(DataFile file, long whole, Reading<R> body) throws IOException {
        String key = key(file);
        try {
            return body.of(open(key, file.size(), whole));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw unreadable(key, e);
        }
    }

    private OpenFile open(String key, long size, long whole) throws IOException {
        if (size <= whole) {
            StoredBytes all = StoredBytes.of(key, store.get(key));
            return new OpenFile(all, Footer.read(all));
        }
        StoredBytes parts = new StoredBytes(store, key, size);
        Footer known = footers.get(key);
        if (known == null) {
            known = Footer.read(parts);
            footers.put(key, known, known.weight());
        } else {
            parts.know(known.pieces());
        }
        return new OpenFile(parts, known);
    }

    <R> Stream<R> stream(DataFile file, RowScan<R> scan) throws IOException {
        String key = key(file);
        return new RowStream<>(scan, e -> unreadable(key, e)).stream();
    }

    /** Parquet-java throws whatever a broken file makes of it. */
    private static IOException unreadable(String key, Exception e) {
        Throwable cause = e instanceof ParquetRuntimeException && e.getCause() != null ? e.getCause() : e;
        return new IOException("file " + key + " cannot be read: " + cause.getMessage(), e);
    }

    /** @param subfolder of the table's folder: a path as in the log, with a slash at the end; or empty */
    DataFile put(ParquetOutput<?> output, String subfolder, Map<String, @Nullable String> partition)
            throws IOException {
        byte[] bytes = output.bytes();
        DataFile file = new DataFile(
                subfolder + "part-" + UUID.randomUUID() + ".parquet",
                partition,
                bytes.length,
                System.currentTimeMillis(),
                Optional.of(StatsJson.of(output.footer())));
        store.put(key(file), bytes, true);
        return file;
    }

    /** What cannot be removed stays, unseen by readers. */
    void discard(DataFile file) {
        try {
            store.delete(key(file));
        } catch (IOException e) {
            return; // clean-up takes what lies about
        }
    }

    /** The folder of a path, with its slash; empty for a file of the table's own folder. */
    static String folder(DataFile file) {
        return file.path().substring(0, file.path().lastIndexOf('/') + 1);
    }

    private String key(DataFile file) throws IOException {
        return folder + "/" + file.decodedPath();
    }
}
