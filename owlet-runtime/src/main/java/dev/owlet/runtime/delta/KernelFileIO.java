package dev.owlet.runtime.delta;

import dev.owlet.runtime.store.ObjectStore;
import dev.owlet.runtime.store.StoredObject;
import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's files are objects of the store. Its paths are keys with a slash before them: it wants them absolute. What it
 * writes waits until it is told to stay: the kernel closes a file also when what it was to be made of could not be read, and
 * half of a checkpoint looks like a whole one. For one file each. Not thread-safe.
 */
final class KernelFileIO implements FileIO {
    private final ObjectStore store;
    private final Map<String, byte[]> written = new LinkedHashMap<>();
    private @Nullable IOException unread;

    KernelFileIO(ObjectStore store) {
        this.store = store;
    }

    /**
     * Writes what the kernel wrote to the store.
     *
     * @throws FileAlreadyExistsException when such an object is there
     * @throws IOException when the kernel could not read what it asked for, whatever it made of that
     */
    void keep() throws IOException {
        if (unread != null) {
            throw new IOException("not all of the log could be read", unread);
        }
        for (Map.Entry<String, byte[]> file : written.entrySet()) {
            store.put(file.getKey(), file.getValue(), true);
        }
    }

    static String path(String key) {
        return "/" + key;
    }

    private static String key(String path) {
        return path.substring(path.startsWith("file:") ? "file:/".length() : 1).replaceFirst("^/+", "");
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String path) throws IOException {
        List<StoredObject> found = store.listFrom(key(path));
        if (found.isEmpty()) {
            throw new FileNotFoundException(path);
        }
        return Utils.toCloseableIterator(found.iterator()).map(KernelFileIO::status);
    }

    @Override
    public FileStatus getFileStatus(String path) throws IOException {
        byte[] waiting = written.get(key(path));
        if (waiting != null) {
            return FileStatus.of(path, waiting.length, 0);
        }
        try {
            return status(store.head(key(path)));
        } catch (NoSuchFileException e) {
            throw notFound(path, e);
        }
    }

    @Override
    public String resolvePath(String path) {
        return path;
    }

    /** Nothing to do: writing an object makes the folders it needs. */
    @Override
    public boolean mkdirs(String path) {
        return true;
    }

    /** Never: what may go is for {@link LogCare} to say, by the store's clock and not by that of this machine. */
    @Override
    public boolean delete(String path) {
        return false;
    }

    @Override
    public Optional<String> getConf(String name) {
        return Optional.empty();
    }

    @Override
    public void copyFileAtomically(String from, String to, boolean overwrite) throws IOException {
        store.put(key(to), store.get(key(from)), !overwrite);
    }

    @Override
    public InputFile newInputFile(String path, long size) {
        return new StoredInput(path);
    }

    @Override
    public OutputFile newOutputFile(String path) {
        return new StoredOutput(path);
    }

    private static FileStatus status(StoredObject object) {
        return FileStatus.of(
                path(object.key()), object.size(), object.modified().toEpochMilli());
    }

    private static IOException notFound(String path, NoSuchFileException cause) {
        IOException notFound = new FileNotFoundException(path);
        notFound.initCause(cause);
        return notFound;
    }

    private final class StoredInput implements InputFile {
        private final String path;

        StoredInput(String path) {
            this.path = path;
        }

        @Override
        public long length() throws IOException {
            try {
                return getFileStatus(path).getSize();
            } catch (IOException e) {
                unread = e;
                throw e;
            }
        }

        @Override
        public String path() {
            return path;
        }

        /** Fetches the whole object: log files are small, and one request is cheaper than many. */
        @Override
        public SeekableInputStream newStream() throws IOException {
            try {
                return new BytesStream(store.get(key(path)));
            } catch (IOException e) {
                if (!path.endsWith(".crc") && !path.endsWith("/_last_checkpoint")) { // it can do without these
                    unread = e;
                }
                throw e instanceof NoSuchFileException missing ? notFound(path, missing) : e;
            }
        }
    }

    private final class StoredOutput implements OutputFile {
        private final String path;

        StoredOutput(String path) {
            this.path = path;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public PositionOutputStream create(boolean atomic) {
            return new ObjectStream(key(path));
        }

        @Override
        public void writeAtomically(CloseableIterator<String> lines, boolean overwrite) throws IOException {
            StringBuilder text = new StringBuilder();
            try (lines) {
                while (lines.hasNext()) {
                    text.append(lines.next()).append('\n');
                }
            }
            store.put(key(path), text.toString().getBytes(StandardCharsets.UTF_8), !overwrite);
        }
    }

    /** Collects the bytes of an object, which waits as a whole when this is closed. */
    private final class ObjectStream extends PositionOutputStream {
        private final String key;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean closed;

        ObjectStream(String key) {
            this.key = key;
        }

        @Override
        public long getPos() {
            return bytes.size();
        }

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            bytes.write(source, offset, length);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                written.put(key, bytes.toByteArray());
            }
        }
    }

    private static final class BytesStream extends SeekableInputStream {
        private final byte[] bytes;
        private int position;

        BytesStream(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void seek(long target) {
            position = Math.toIntExact(target);
        }

        @Override
        public int read() {
            return position < bytes.length ? bytes[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position >= bytes.length) {
                return length == 0 ? 0 : -1;
            }
            int read = Math.min(length, bytes.length - position);
            System.arraycopy(bytes, position, target, offset, read);
            position += read;
            return read;
        }

        @Override
        public void readFully(byte[] target, int offset, int length) throws IOException {
            if (bytes.length - position < length) {
                throw new EOFException();
            }
            read(target, offset, length);
        }
    }
}
