package dev.owlet.runtime.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A local folder: objects are files, written as {@link AtomicFile} says. */
final class LocalStore implements ObjectStore {
    private final Path root;

    LocalStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public byte[] get(String key) throws IOException {
        Path file = path(key);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw absent(file, key, e);
        }
    }

    @Override
    public byte[] get(String key, long from, int length) throws IOException {
        Path file = path(key);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long left = Math.max(0, channel.size() - from);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, left));
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
                // a file never changes: what size() told is there
            }
            return bytes.array();
        } catch (IOException e) {
            throw absent(file, key, e);
        }
    }

    /** A folder, and what would lie below a file, are no objects. */
    private static IOException absent(Path file, String key, IOException e) {
        return Files.isRegularFile(file) ? e : (IOException) new NoSuchFileException(key).initCause(e);
    }

    @Override
    public StoredObject head(String key) throws IOException {
        Path file = path(key);
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                return describe(key, attributes);
            }
            throw new NoSuchFileException(key);
        } catch (IOException e) {
            throw absent(file, key, e);
        }
    }

    @Override
    public List<StoredObject> listFrom(String key) throws IOException {
        String folder = Keys.folder(key);
        String from = key.substring(folder.length());
        List<StoredObject> found = new ArrayList<>();
        for (Path file : entries(folder.isEmpty() ? root : path(folder.substring(0, folder.length() - 1)))) {
            String name = name(file);
            if (Keys.compare(name, from) >= 0) {
                add(file, folder + name, found);
            }
        }
        return sorted(found);
    }

    @Override
    public List<StoredObject> listAll(String folder) throws IOException {
        List<StoredObject> found = new ArrayList<>();
        collect(inside(folder), folder, found);
        return sorted(found);
    }

    private static void collect(Path folder, String key, List<StoredObject> found) throws IOException {
        for (Path entry : entries(folder)) {
            String below = key + "/" + name(entry);
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                collect(entry, below, found);
            } else if (!Files.isSymbolicLink(entry)) {
                add(entry, below, found);
            }
        }
    }

    /** Whoever lists all may go on to delete, and a link must not lead that elsewhere. */
    private Path inside(String folder) throws IOException {
        Path path = path(folder);
        if (Files.exists(path) && !path.toRealPath().startsWith(root.toRealPath())) {
            throw new IOException(
                    path + " leads out of " + root + " by a symbolic link; let the root itself lie there");
        }
        return path;
    }

    /** Names that others gave are taken as they are; {@link Keys} has no say in what is there. */
    private static List<Path> entries(Path folder) throws IOException {
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, entry -> !AtomicFile.isUnfinished(entry))) {
            List<Path> found = new ArrayList<>();
            entries.forEach(found::add);
            return found;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static void add(Path file, String key, List<StoredObject> found) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                found.add(describe(key, attributes));
            }
        } catch (NoSuchFileException e) {
            // deleted meanwhile, or a link to nothing: not an object
        }
    }

    private static List<StoredObject> sorted(List<StoredObject> found) {
        found.sort((a, b) -> Keys.compare(a.key(), b.key()));
        return found;
    }

    private static StoredObject describe(String key, BasicFileAttributes attributes) {
        return new StoredObject(
                key, attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    @Override
    public void put(String key, byte[] bytes, boolean ifAbsent) throws IOException {
        Path file = path(key);
        if (!ifAbsent) {
            AtomicFile.replace(file, bytes);
        } else if (Files.exists(file) || !AtomicFile.create(file, bytes)) {
            requireEqual(key, bytes);
        }
    }

    @Override
    public ObjectOutput output(String key, boolean ifAbsent) throws IOException {
        return new LocalOutput(key, path(key), ifAbsent);
    }

    private void requireEqual(String key, byte[] bytes) throws IOException {
        try {
            if (head(key).size() == bytes.length && Arrays.equals(get(key), bytes)) {
                return;
            }
        } catch (NoSuchFileException e) {
            // a folder, or deleted meanwhile: it was there
        }
        throw new FileAlreadyExistsException(key);
    }

    @Override
    public void delete(String key) throws IOException {
        Path file = path(key);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(file)) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public int sweep(String folder, Instant before) throws IOException {
        return AtomicFile.sweep(inside(folder), before);
    }

    @Override
    public Duration trust() {
        return Duration.ZERO;
    }

    private Path path(String key) {
        return root.resolve(Keys.require(key));
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
