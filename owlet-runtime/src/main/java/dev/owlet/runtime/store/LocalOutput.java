package dev.owlet.runtime.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file under a temporary name, which {@link AtomicFile} makes its own at the end. */
final class LocalOutput extends ObjectOutput {
    private static final int BUFFER = 64 << 10;

    private final String key;
    private final Path file;
    private final boolean ifAbsent;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream out;

    LocalOutput(String key, Path file, boolean ifAbsent) throws IOException {
        this.key = key;
        this.file = file;
        this.ifAbsent = ifAbsent;
        temporary = AtomicFile.temporary(file);
        channel = AtomicFile.open(temporary);
        out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    @Override
    public void commit() throws IOException {
        out.flush();
        channel.force(true);
        channel.close();
        if (!ifAbsent) {
            AtomicFile.replace(file, temporary);
        } else if (!AtomicFile.create(file, temporary)) {
            throw new FileAlreadyExistsException(key);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
