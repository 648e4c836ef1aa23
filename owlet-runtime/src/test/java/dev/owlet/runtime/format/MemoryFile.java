package dev.owlet.runtime.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file that lies in memory, as one lies in a bucket: it is no path of this machine. */
public record MemoryFile(String name, byte[] bytes) implements FileSource {
    public static MemoryFile of(String name, String text) {
        return new MemoryFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public MemoryFile gzipped() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MemoryFile(name + ".gz", out.toByteArray());
    }

    public static MemoryFile zip(String name, Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MemoryFile(name, out.toByteArray());
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public byte[] read(long from, int length) {
        int start = (int) Math.min(from, bytes.length);
        return Arrays.copyOfRange(bytes, start, (int) Math.min(bytes.length, from + length));
    }
}
