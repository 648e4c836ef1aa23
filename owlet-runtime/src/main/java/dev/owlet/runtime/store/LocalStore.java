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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A local folder. An object is written to a temporary file, forced to disk and then hard-linked to its name: link(2)
 * fails when the name exists, so creation is atomic among processes too. Forcing costs a few milliseconds and is what
 * keeps a power failure from leaving a commit in place whose bytes never arrived.
 */
final class LocalStore implements ObjectStore {
    private static final String TEMPORARY = ".tmp-";

    private final Path root;

    LocalStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public byte[] get(String key) throws IOException {
        return Files.readAllBytes(path(key));
    }

    @Override
    public byte[] get(String key, long from, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(path(key), StandardOpenOption.READ)) {
            long left = Math.max(0, channel.size() - from);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, left));
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
                // files never change: what size() told is there
            }
            return bytes.array();
        }
    }

    @Override
    public StoredObject head(String key) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path(key), BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new NoSuchFileException(key);
        }
        return describe(key, attributes);
    }

    @Override
    public List<StoredObject> listFrom(String key) throws IOException {
        int slash = key.lastIndexOf('/');
        String folder = key.substring(0, slash + 1);
        String from = key.substring(slash + 1);
        List<StoredObject> found = new ArrayList<>();
        for (String name : names(folder.isEmpty() ? root : path(folder.substring(0, slash)), from)) {
            found.addAll(existing(folder + name));
        }
        return found;
    }

    private static List<String> names(Path folder, String from) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.compareTo(from) >= 0 && !name.startsWith(TEMPORARY)) {
                    names.add(name);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    @Override
    public List<StoredObject> listAll(String folder) throws IOException {
        List<StoredObject> found = new ArrayList<>();
        for (String name : names(path(folder), "")) {
            String key = folder + "/" + name;
            if (Files.isDirectory(path(key), LinkOption.NOFOLLOW_LINKS)) {
                found.addAll(listAll(key));
            } else {
                found.addAll(existing(key));
            }
        }
        return found;
    }

    private List<StoredObject> existing(String key) throws IOException {
        try {
            return List.of(head(key));
        } catch (NoSuchFileException e) {
            return List.of(); // a folder, or deleted meanwhile: not an object
        }
    }

    @Override
    public Duration trust() {
        return Duration.ZERO;
    }

    @Override
    public void put(String key, byte[] bytes, boolean ifAbsent) throws IOException {
        Path target = path(key);
        if (ifAbsent && Files.exists(target)) {
            throw new FileAlreadyExistsException(key);
        }
        Files.createDirectories(target.getParent());
        Path temporary = target.resolveSibling(TEMPORARY + UUID.randomUUID());
        try {
            write(temporary, bytes);
            publish(temporary, target, ifAbsent);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void publish(Path temporary, Path target, boolean ifAbsent) throws IOException {
        if (!ifAbsent) {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.createLink(target, temporary);
        } catch (UnsupportedOperationException e) {
            throw new IOException("tables need a file system with hard links; " + target.getParent() + " has none", e);
        }
    }

    @Override
    public boolean delete(String key) throws IOException {
        return Files.deleteIfExists(path(key));
    }

    private Path path(String key) {
        return root.resolve(Keys.require(key));
    }

    private static StoredObject describe(String key, BasicFileAttributes attributes) {
        return new StoredObject(
                key, attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
