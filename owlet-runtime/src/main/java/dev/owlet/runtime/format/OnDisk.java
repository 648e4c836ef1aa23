package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file on this machine, for formats whose table of contents stands at the end: itself, or a copy of what lies elsewhere,
 * which is deleted when it is closed.
 */
record OnDisk(Path path, boolean isCopy) implements Closeable {
    /** Largest copy, in bytes: a function of AWS Lambda has as much disk and no more. */
    static final long MAX_COPY = 480L << 20;

    static OnDisk of(FileSource source) throws IOException {
        if (source instanceof LocalFile local) {
            return new OnDisk(local.path(), false);
        }
        OnDisk copy = new OnDisk(Files.createTempFile("owlet-", ".upload"), true);
        try (InputStream in = source.open();
                OutputStream out = Files.newOutputStream(copy.path)) {
            copy(in, out);
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long count = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            count += n;
            if (count > MAX_COPY) {
                throw new UnreadableFileException("A zip, Excel or Parquet file may have at most " + (MAX_COPY >> 20)
                        + " MB. Upload its table as CSV, or as .csv.gz, or in parts.");
            }
            out.write(buffer, 0, n);
        }
    }

    @Override
    public void close() throws IOException {
        if (isCopy) {
            Files.deleteIfExists(path);
        }
    }
}
