package dev.owlet.runtime.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that are there whole or not at all. One is written under a temporary name, forced to disk and then hard-linked to
 * its own: link(2) fails when the name exists, so creation is atomic among processes too. Forcing costs a few
 * milliseconds, and keeps a power failure from leaving a commit in place whose bytes never arrived, or from taking back
 * the name of one that was acknowledged.
 */
final class AtomicFile {
    private static final String TEMPORARY = ".tmp-";
    private static final Pattern UNFINISHED = Pattern.compile("\\.tmp-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private AtomicFile() {}

    /** @return false when the file was there, and was left as it was */
    static boolean create(Path file, byte[] bytes) throws IOException {
        return create(file, write(file, bytes));
    }

    /** @param temporary what {@link #temporary} named, written and forced; it goes */
    static boolean create(Path file, Path temporary) throws IOException {
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            throw new IOException("tables need a file system with hard links; " + file.getParent() + " has none", e);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceNames(file.getParent());
        return true;
    }

    static void replace(Path file, byte[] bytes) throws IOException {
        replace(file, write(file, bytes));
    }

    /** @param temporary what {@link #temporary} named, written and forced; it goes */
    static void replace(Path file, Path temporary) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceNames(file.getParent());
    }

    /** A name beside a file's own, under which it may be written. */
    static Path temporary(Path file) {
        return file.resolveSibling(TEMPORARY + UUID.randomUUID());
    }

    private static Path write(Path file, byte[] bytes) throws IOException {
        Path temporary = temporary(file);
        FileChannel channel = open(temporary);
        try (channel) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            return temporary;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** A folder that was long empty may be swept away between the look for it and its first file: then it is made again. */
    static FileChannel open(Path temporary) throws IOException {
        makeFolder(temporary.getParent());
        try {
            return FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            makeFolder(temporary.getParent());
            return FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.getParent();
        if (above != null) {
            makeFolder(above);
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) { // else another writer was faster
                throw new IOException(folder + " is a file, and nothing can lie below it", e);
            }
        }
        if (above != null) {
            forceNames(above);
        }
    }

    /** Forces the names in a folder to disk, where the system can: Windows opens no folder, and writes names by itself. */
    private static void forceNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // the bytes are safe; how soon the name is, stays with the system
        }
    }

    static boolean isUnfinished(Path file) {
        return UNFINISHED.matcher(file.getFileName().toString()).matches();
    }

    /**
     * Removes unfinished files and empty folders below a folder, those last written to before an instant.
     *
     * @return how many files
     */
    static int sweep(Path folder, Instant before) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int[] removed = {0};
        Set<Path> old = new HashSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean isOld = attributes.lastModifiedTime().toInstant().isBefore(before);
                if (attributes.isRegularFile() && isOld && isUnfinished(file)) {
                    removed[0] += Files.deleteIfExists(file) ? 1 : 0;
                }
                return FileVisitResult.CONTINUE;
            }

            /** A folder's time is that of the last name in it that came or went. */
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                if (attributes.lastModifiedTime().toInstant().isBefore(before)) {
                    old.add(inner);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failure) throws IOException {
                if (failure != null && !(failure instanceof NoSuchFileException)) {
                    throw failure;
                }
                if (old.contains(inner) && !inner.equals(folder)) {
                    removeIfEmpty(inner);
                }
                return FileVisitResult.CONTINUE;
            }

            /** Others write and delete at the same time: what is gone needs no sweeping. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return removed[0];
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // as nearly all are
        }
    }
}
