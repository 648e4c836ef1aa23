package dev.owlet.runtime.format;

import dev.owlet.runtime.csv.UnreadableFileException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip file on this machine. Names within it are only looked at, and never become places. */
final class Zipped implements Closeable {
    private static final int MAX_ENTRIES = 10_000;
    private static final int MAX_NAMES = 5;

    private final OnDisk disk;
    private final ZipFile zip;

    private Zipped(OnDisk disk, ZipFile zip) {
        this.disk = disk;
        this.zip = zip;
    }

    static Zipped open(OnDisk disk) throws IOException {
        Zipped zipped = new Zipped(disk, zip(disk));
        if (zipped.zip.size() > MAX_ENTRIES) {
            zipped.close();
            throw new UnreadableFileException("The zip file holds more than " + MAX_ENTRIES + " files.");
        }
        return zipped;
    }

    private static ZipFile zip(OnDisk disk) throws IOException {
        try {
            return new ZipFile(disk.path().toFile());
        } catch (ZipException | EOFException e) {
            disk.close();
            throw new UnreadableFileException("The zip file is damaged, or locked with a password.", e);
        } catch (IllegalArgumentException e) {
            disk.close();
            throw new UnreadableFileException("The zip file holds names that are no text.", e);
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** The bytes of an entry; empty when there is none. */
    Optional<InputStream> stream(String name, String wrapper) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null || entry.isDirectory() ? Optional.empty() : Optional.of(stream(entry, wrapper));
    }

    private InputStream stream(ZipEntry entry, String wrapper) throws IOException {
        Unpacked.requireWithin(wrapper, entry.getCompressedSize(), entry.getSize());
        try {
            return new Unpacked(zip.getInputStream(entry), wrapper, entry::getCompressedSize, entry.getSize());
        } catch (ZipException e) {
            throw new UnreadableFileException("The " + wrapper + " file is damaged and cannot be unpacked.", e);
        }
    }

    /** The one file with data. Closing any of its streams does not close the zip file. */
    FileSource only() {
        List<ZipEntry> files = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (!entry.isDirectory() && !isHidden(entry.getName())) {
                files.add(entry);
            }
        }
        if (files.size() != 1) {
            throw new UnreadableFileException(
                    files.isEmpty()
                            ? "The zip file holds no file."
                            : "The zip file holds " + files.size() + " files, such as " + names(files)
                                    + ". Upload one at a time.");
        }
        return new Entry(files.get(0));
    }

    private static String names(List<ZipEntry> files) {
        return String.join(
                ", ",
                files.stream()
                        .limit(MAX_NAMES)
                        .map(entry -> base(entry.getName()))
                        .toList());
    }

    /** What macOS and Windows add. */
    private static boolean isHidden(String name) {
        String base = base(name);
        return name.startsWith("__MACOSX/") || base.startsWith(".") || base.equals("Thumbs.db");
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    @Override
    public void close() throws IOException {
        try (disk) {
            zip.close();
        }
    }

    private final class Entry implements Inner {
        private final ZipEntry entry;

        Entry(ZipEntry entry) {
            this.entry = entry;
        }

        @Override
        public String name() {
            return base(entry.getName());
        }

        @Override
        public InputStream open() throws IOException {
            return stream(entry, "zip");
        }
    }
}
